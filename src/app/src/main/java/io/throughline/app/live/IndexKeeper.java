package io.throughline.app.live;

import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import io.throughline.app.store.StrategyStore;
import io.throughline.core.work.WorkIndex;
import io.throughline.core.work.WorkItem;
import io.throughline.core.work.WorkRules;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.function.LongPredicate;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fills the work index in the background and keeps it current.
 *
 * <p>One thread of its own reads and writes; that is what makes it right. A fill runs in chunks, and between two of them
 * the issues noted as changed are read, so an older reading can never overwrite a newer one and a change during the
 * first fill is not lost. What cannot be read is tried again, never skipped in silence. Over 300 lines: the fill is an inner
 * class, because it shares that one thread.
 */
@JiraComponent
public class IndexKeeper {
    /** Issues per reading: Jira's issue manager wants a few hundred at a time (platform facts, 3.3). */
    static final int CHUNK = 500;

    /** The other nodes are asked every second: not to know of them for longer is a lag. */
    private static final Duration UNHEARD = Duration.ofSeconds(5);

    private static final Logger LOG = LoggerFactory.getLogger(IndexKeeper.class);

    private final WorkSource source;
    private final Supplier<WorkRules> rules;
    private final Threads threads;
    private final Clock clock;
    private final Duration patience;
    private final WorkIndex index = new WorkIndex();
    private final IndexMemory memory;
    private final ChangedIssues changed = new ChangedIssues();
    private final AtomicBoolean woken = new AtomicBoolean();
    private final AtomicInteger fills = new AtomicInteger();
    private final AtomicInteger openProjects = new AtomicInteger();
    private final List<Consumer<Collection<Long>>> readers = new CopyOnWriteArrayList<>();
    private final List<Consumer<Instant>> loaders = new CopyOnWriteArrayList<>();
    private volatile @Nullable ScheduledExecutorService worker;
    private volatile @Nullable Map<String, Integer> levels;
    private volatile IndexHealth progress = new IndexHealth(false, 0, 0, 0);
    /** Until when it is known what the other nodes noted; null as long as nobody follows them. */
    private volatile @Nullable Instant followed;
    /** The number of the fill that was loaded and is not shown before what changed since is in it; 0 for none. */
    private volatile int awaited;

    @Inject
    public IndexKeeper(WorkSource source, StrategyStore store, Threads threads, SavedIndex saved) {
        this(source, () -> store.settings().workRules(), threads, Clock.systemUTC(), Duration.ofSeconds(5), saved);
    }

    IndexKeeper(WorkSource source, Supplier<WorkRules> rules, Threads threads, Clock clock, Duration patience) {
        this(source, rules, threads, clock, patience, SavedIndex.nowhere());
    }

    /**
     * @param rules the rules of now; asked for each reading
     * @param threads around everything that the thread of this keeper does
     * @param patience how long to wait before something that failed is tried again
     */
    IndexKeeper(
            WorkSource source,
            Supplier<WorkRules> rules,
            Threads threads,
            Clock clock,
            Duration patience,
            SavedIndex saved) {
        this.threads = threads;
        memory = new IndexMemory(saved, index, clock);
        this.source = source;
        this.rules = rules;
        this.clock = clock;
        this.patience = patience;
    }

    /** The index that this keeper writes; others only read it. */
    public WorkIndex index() {
        return index;
    }

    public IndexHealth health() {
        IndexHealth now = progress;
        Instant at = clock.instant();
        Duration lag = changed.lag(at);
        Instant heard = followed;
        Duration unheard = heard == null ? Duration.ZERO : Duration.between(heard, at);
        if (unheard.compareTo(UNHEARD) > 0 && unheard.compareTo(lag) > 0) {
            lag = unheard;
        }
        return new IndexHealth(now.ready(), now.indexed(), now.total(), lag.toSeconds());
    }

    /** Starts the thread, which loads what was saved or else begins the first fill; returns at once. */
    public synchronized void start() {
        if (worker == null) {
            worker = Executors.newSingleThreadScheduledExecutor(task -> {
                Thread thread = new Thread(task, "throughline-index");
                thread.setDaemon(true);
                return thread;
            });
            woken.set(false);
            progress = new IndexHealth(false, 0, progress.total(), 0);
            int number = fills.incrementAndGet();
            later(Duration.ZERO, () -> load(number));
            wake();
        }
    }

    private void load(int number) {
        if (number != fills.get()) {
            return; // somebody wanted everything read meanwhile
        }
        Map<String, Integer> now = rules.get().levels();
        SavedIndex.Head head = memory.load(now).orElse(null);
        if (head == null || number != fills.get()) {
            refill();
            return;
        }
        levels = now;
        loaders.forEach(loader -> loader.accept(head.at()));
        LOG.info("Loaded {} issues as of {}{}", index.size(), head.at(), head.complete() ? "" : ", the fill goes on");
        if (head.complete()) {
            progress = new IndexHealth(false, index.size(), index.size(), 0);
            showOnceCaughtUp(number);
        } else {
            later(Duration.ZERO, () -> goOnFilling(number));
        }
    }

    private void showOnceCaughtUp(int number) {
        if (loaders.isEmpty()) {
            show(number);
        } else {
            awaited = number;
        }
    }

    /** Whether what changed since the index was saved has to be noted before anything is shown. */
    boolean awaitsCatchUp() {
        return awaited != 0;
    }

    /** All that changed since the index was saved is noted. */
    void caughtUp() {
        int number = awaited;
        if (number != 0) {
            awaited = 0;
            later(Duration.ZERO, () -> show(number));
        }
    }

    /** Numbers are shown once all that was noted before is read. */
    private void show(int number) {
        if (!changed.isEmpty()) {
            later(Duration.ZERO, () -> show(number));
            return;
        }
        synchronized (fills) {
            if (number == fills.get()) {
                progress = new IndexHealth(true, index.size(), index.size(), 0);
            }
        }
        saveAgainAndAgain(number);
    }

    /** What is in the index already stands first and is not read again; what changed since comes by its stamp. */
    private void goOnFilling(int number) {
        long[] all = allIssues();
        LongPredicate isKnown = id -> index.get(id).isPresent();
        long[] known = Arrays.stream(all).filter(isKnown).toArray();
        long[] unknown = Arrays.stream(all).filter(isKnown.negate()).toArray();
        long[] ids =
                LongStream.concat(Arrays.stream(known), Arrays.stream(unknown)).toArray();
        Fill fill = new Fill(number, ids, false);
        fill.from = known.length;
        fill.isResumed = true;
        later(Duration.ZERO, fill);
    }

    private void saveAgainAndAgain(int number) {
        later(IndexMemory.BETWEEN, () -> {
            if (number == fills.get()) {
                memory.save(levelsRead(), isQuiet());
                saveAgainAndAgain(number);
            }
        });
    }

    private Map<String, Integer> levelsRead() {
        Map<String, Integer> read = levels;
        return read == null ? Map.of() : read;
    }

    /** Whether all that was noted so far is in the index. */
    private boolean isQuiet() {
        return changed.isEmpty() && openProjects.get() == 0;
    }

    /** Stops reading, waits a little for the thread to end, and saves. */
    public synchronized void stop() {
        ScheduledExecutorService running = worker;
        worker = null;
        if (running == null) {
            return;
        }
        running.shutdownNow();
        try {
            if (!running.awaitTermination(10, TimeUnit.SECONDS)) {
                LOG.warn("The work index did not stop reading within 10 seconds");
            } else if (progress.ready()) {
                memory.save(levelsRead(), isQuiet());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Tells ids of issues that changed, each time such were read into the index. */
    public void onRead(Consumer<Collection<Long>> reader) {
        readers.add(reader);
    }

    /** Tells the time when the index was saved that was loaded, each time one was. */
    void onLoaded(Consumer<Instant> loader) {
        loaders.add(loader);
    }

    /** Who follows the other nodes: how far, and from where on to do so again. */
    void standsAt(LongSupplier position, LongConsumer goBackTo) {
        memory.standsAt(position, goBackTo);
    }

    /** Up to where the feed is not needed any more, even if this node starts again. */
    long savedUpTo(long seen) {
        return memory.savedUpTo(seen);
    }

    /** All that the other nodes wrote until then is noted here. */
    void followed(Instant until) {
        followed = until;
    }

    /** Notes issues that were created, changed, moved or deleted. */
    public void changed(Collection<Long> ids) {
        changed(ids, clock.instant());
    }

    /** The same, of another node that noted it before. */
    void changed(Collection<Long> ids, Instant at) {
        changed.note(ids, at);
        wake();
    }

    /** Notes an issue that is about to be deleted: looked at a little later, and once more for a slow deletion. */
    public void changedSoon(long id) {
        later(Duration.ofSeconds(1), () -> changed(List.of(id)));
        later(Duration.ofSeconds(30), () -> changed(List.of(id)));
    }

    /** Notes every issue of a project: those that are in it now and those that were. */
    public void projectChanged(long project) {
        openProjects.incrementAndGet();
        later(Duration.ZERO, () -> {
            Set<Long> ids = new HashSet<>(source.issues(project));
            ids.addAll(neighbours().inProject(project));
            changed(ids);
            openProjects.decrementAndGet();
        });
    }

    /**
     * Reads everything again if levels were mapped anew since the last fill began: they decide which field names an
     * issue's parent.
     */
    void follow(WorkRules now) {
        Map<String, Integer> read = levels;
        if (read != null && !read.equals(now.levels()) && worker != null) {
            levels = now.levels();
            refill();
        }
    }

    /** Reads everything again; numbers about work are withheld until that is done. */
    public void refill() {
        int number;
        synchronized (fills) {
            number = fills.incrementAndGet();
            progress = new IndexHealth(false, 0, progress.total(), 0);
        }
        later(Duration.ZERO, () -> {
            memory.beginsToFill();
            awaited = 0;
            levels = rules.get().levels();
            later(Duration.ZERO, new Fill(number, allIssues(), false));
        });
    }

    /**
     * Reads everything once more, for changes that nobody announced. Numbers are shown meanwhile, unless so much turns
     * out to be unknown here that they would be partial.
     */
    void readAllAgain() {
        later(Duration.ZERO, () -> {
            long[] ids = allIssues();
            if (isFarBehind(ids)) {
                refill();
            } else {
                later(Duration.ZERO, new Fill(fills.get(), ids, true));
            }
        });
    }

    /** More than a chunk and more than one in a hundred. */
    private boolean isFarBehind(long[] ids) {
        long unknown = Arrays.stream(ids).filter(id -> index.get(id).isEmpty()).count();
        return unknown > CHUNK && unknown * 100 > ids.length;
    }

    /** The ids of items with these keys, as far as they are in the index. */
    public List<Long> idsOf(Collection<String> keys) {
        return neighbours().withKeys(new HashSet<>(keys));
    }

    /** Ids of all items that are not among {@code known}. */
    Set<Long> notAmong(Set<Long> known) {
        return neighbours().otherThan(known);
    }

    /** How many items there are per project, by Jira's id, that are not archived. */
    Map<Long, Long> notArchivedByProject() {
        return neighbours().notArchivedByProject();
    }

    private long[] allIssues() {
        List<Long> ids = new ArrayList<>();
        source.projects().forEach(project -> ids.addAll(source.issues(project)));
        return ids.stream().mapToLong(Long::longValue).toArray();
    }

    private Neighbours neighbours() {
        return new Neighbours(index.view(rules.get()));
    }

    private void wake() {
        if (worker != null && woken.compareAndSet(false, true)) {
            later(Duration.ZERO, this::readChanged);
        }
    }

    private void readChanged() {
        woken.set(false);
        Collection<Long> ids = changed.take(CHUNK);
        if (ids.isEmpty()) {
            return;
        }
        Reading reading;
        try {
            reading = Reading.of(source, ids, rules.get());
        } catch (RuntimeException down) {
            changed.giveBack();
            throw down;
        }
        Set<Long> elsewhere = new HashSet<>(reading.gone());
        reading.items().stream().filter(this::isInAnotherProjectNow).forEach(item -> elsewhere.add(item.id()));
        Set<Long> children = elsewhere.isEmpty() ? Set.of() : neighbours().childrenOf(elsewhere);
        write(reading);
        changed.done();
        readers.forEach(reader -> reader.accept(ids));
        changed(children);
        if (!changed.isEmpty()) {
            wake();
        }
    }

    private boolean isInAnotherProjectNow(WorkItem item) {
        return index.get(item.id())
                .filter(before -> before.projectId() != item.projectId())
                .isPresent();
    }

    private void write(Reading reading) {
        index.upsertAll(reading.items());
        reading.gone().forEach(index::remove);
        if (!reading.unreadable().isEmpty()) {
            LOG.warn("Issues that cannot be read now, they are tried again: {}", reading.unreadable());
            later(patience, () -> changed(reading.unreadable()));
        }
    }

    /** Runs a task on the one thread; one that fails is run again, so that nothing waits for the next event. */
    private void later(Duration wait, Runnable task) {
        ScheduledExecutorService running = worker;
        if (running == null) {
            return;
        }
        try {
            running.schedule(
                    () -> {
                        try {
                            threads.run(task);
                        } catch (RuntimeException e) {
                            tryAgain(task, e);
                        }
                    },
                    wait.toMillis(),
                    TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException stopped) {
            LOG.debug("The work index has stopped", stopped);
        }
    }

    private void tryAgain(Runnable task, RuntimeException failure) {
        if (worker != null) {
            LOG.warn("The work index could not read Jira, trying again in {}", patience, failure);
            later(patience, task);
        }
    }

    /** One pass over all issues, a chunk at a time; gives the thread back after each, and ends when a newer fill began. */
    private final class Fill implements Runnable {
        private final int number;
        private final long[] ids;
        private final boolean isRepetition;
        private int from;
        private long found;
        private boolean isResumed;

        Fill(int number, long[] ids, boolean isRepetition) {
            this.isRepetition = isRepetition;
            this.number = number;
            this.ids = ids;
        }

        @Override
        public void run() {
            if (number != fills.get()) {
                return;
            }
            int to = Math.min(from + CHUNK, ids.length);
            if (from < to) {
                read(boxed(from, to));
            }
            from = to;
            if (from < ids.length) {
                if (!isRepetition) {
                    report(false);
                    memory.savePartIfDue(levelsRead());
                }
                later(Duration.ZERO, this);
                return;
            }
            readWhatIsLeftOfBefore();
            if (isRepetition) {
                report(true);
                LOG.info("Read {} issues again, {} differed in the work index and are mended", ids.length, found);
                return;
            }
            index.settle();
            if (isResumed) {
                showOnceCaughtUp(number);
            } else {
                report(true);
            }
            LOG.info("Read {} issues, {} are in the work index", ids.length, index.size());
            memory.save(levelsRead(), isQuiet());
            saveAgainAndAgain(number);
        }

        /** Counts what is not as it was here: this thread alone writes, and what stays as it is leaves the version. */
        private void read(List<Long> some) {
            long before = index.version();
            write(Reading.of(source, some, rules.get()));
            found += index.version() - before;
        }

        private void report(boolean ready) {
            synchronized (fills) {
                if (number == fills.get()) {
                    progress = new IndexHealth(ready, from, ids.length, 0);
                }
            }
        }

        /** What an earlier fill knew and this one did not meet: deleted since, or created while this one ran. */
        private void readWhatIsLeftOfBefore() {
            List<Long> others = List.copyOf(neighbours().otherThan(new HashSet<>(boxed(0, ids.length))));
            for (int start = 0; start < others.size(); start += CHUNK) {
                List<Long> chunk = others.subList(start, Math.min(start + CHUNK, others.size()));
                read(chunk);
            }
        }

        private List<Long> boxed(int start, int end) {
            return Arrays.stream(ids, start, end).boxed().toList();
        }
    }
}

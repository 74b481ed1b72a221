package io.throughline.app.live;

import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import io.throughline.app.store.StrategyStore;
import io.throughline.core.work.WorkIndex;
import io.throughline.core.work.WorkItem;
import io.throughline.core.work.WorkRules;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
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
import java.util.function.Supplier;
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

    private static final Logger LOG = LoggerFactory.getLogger(IndexKeeper.class);

    private final WorkSource source;
    private final Supplier<WorkRules> rules;
    private final Threads threads;
    private final Clock clock;
    private final Duration patience;
    private final WorkIndex index = new WorkIndex();
    private final ChangedIssues changed = new ChangedIssues();
    private final AtomicBoolean woken = new AtomicBoolean();
    private final AtomicInteger fills = new AtomicInteger();
    private final List<Consumer<Collection<Long>>> readers = new CopyOnWriteArrayList<>();
    private volatile @Nullable ScheduledExecutorService worker;
    private volatile @Nullable Map<String, Integer> levels;
    private volatile IndexHealth progress = new IndexHealth(false, 0, 0, 0);

    @Inject
    public IndexKeeper(WorkSource source, StrategyStore store, Threads threads) {
        this(source, () -> store.settings().workRules(), threads, Clock.systemUTC(), Duration.ofSeconds(5));
    }

    /**
     * @param rules the rules of now; asked for each reading
     * @param threads around everything that the thread of this keeper does
     * @param patience how long to wait before something that failed is tried again
     */
    IndexKeeper(WorkSource source, Supplier<WorkRules> rules, Threads threads, Clock clock, Duration patience) {
        this.threads = threads;
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
        long lag = changed.lag(clock.instant()).toSeconds();
        return new IndexHealth(now.ready(), now.indexed(), now.total(), lag);
    }

    /** Starts the thread and the first fill; returns at once. */
    public synchronized void start() {
        if (worker == null) {
            worker = Executors.newSingleThreadScheduledExecutor(task -> {
                Thread thread = new Thread(task, "throughline-index");
                thread.setDaemon(true);
                return thread;
            });
            woken.set(false);
            refill();
            wake();
        }
    }

    /** Stops reading and waits a little for the thread to end. A later start fills anew. */
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
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Tells ids of issues that changed, each time such were read into the index. */
    void onRead(Consumer<Collection<Long>> reader) {
        readers.add(reader);
    }

    /** Notes issues that were created, changed, moved or deleted. */
    public void changed(Collection<Long> ids) {
        changed.note(ids, clock.instant());
        wake();
    }

    /** Notes an issue that is about to be deleted: looked at a little later, and once more for a slow deletion. */
    public void changedSoon(long id) {
        later(Duration.ofSeconds(1), () -> changed(List.of(id)));
        later(Duration.ofSeconds(30), () -> changed(List.of(id)));
    }

    /** Notes every issue of a project: those that are in it now and those that were. */
    public void projectChanged(long project) {
        later(Duration.ZERO, () -> {
            Set<Long> ids = new HashSet<>(source.issues(project));
            ids.addAll(neighbours().inProject(project));
            changed(ids);
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
                write(Reading.of(source, boxed(from, to), rules.get()));
            }
            from = to;
            if (from < ids.length) {
                if (!isRepetition) {
                    report(false);
                }
                later(Duration.ZERO, this);
                return;
            }
            readWhatIsLeftOfBefore();
            if (!isRepetition) {
                index.settle();
            }
            report(true);
            LOG.info("Read {} issues, {} are in the work index", ids.length, index.size());
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
                write(Reading.of(source, chunk, rules.get()));
            }
        }

        private List<Long> boxed(int start, int end) {
            return Arrays.stream(ids, start, end).boxed().toList();
        }
    }
}

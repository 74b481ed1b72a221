package io.throughline.app.live;

import io.throughline.core.work.WorkIndex;
import io.throughline.core.work.WorkRules;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the whole of the index to where numbers may be shown, by loading what was saved or by reading every issue, and
 * saves it from then on. All of it on the thread of {@link IndexKeeper}, a page at a time. Over 300 lines: the
 * pass over all issues is an inner class, because whether it still counts and when it is shown is known here.
 */
final class IndexFilling {
    /** What changed is being read meanwhile; short, because a start waits for it, and not nothing, because Jira may be down. */
    static final Duration BEFORE_LOOKING_AGAIN = Duration.ofMillis(50);

    private static final Logger LOG = LoggerFactory.getLogger(IndexFilling.class);

    private final WorkSource source;
    private final Supplier<WorkRules> rules;
    private final WorkIndex index;
    private final IndexMemory memory;
    private final IndexThread thread;
    private final Pacer pacer;
    private final Clock clock;
    private final Consumer<Reading> write;
    private final ChangedIssues changed;
    private final BooleanSupplier isQuiet;
    /** Also the guard of {@link #progress}: a fill reports only while none began after it. */
    private final AtomicInteger fills = new AtomicInteger();

    private final List<Consumer<Instant>> loaders = new CopyOnWriteArrayList<>();
    private final List<Runnable> finders = new CopyOnWriteArrayList<>();
    private final List<Runnable> forerunners = new CopyOnWriteArrayList<>();
    private volatile @Nullable Map<String, Integer> levels;
    private volatile IndexHealth progress = new IndexHealth(false, 0, 0, 0);
    /** The number of the fill that was loaded and is not shown before what changed since is in it; 0 for none. */
    private volatile int awaited;

    private volatile @Nullable Drift drift;
    private volatile Instant begunAt = Instant.EPOCH;

    /**
     * @param write puts a reading into the index
     * @param changed what was noted and is not read yet
     * @param isQuiet whether all that was noted as changed was read
     */
    IndexFilling(
            WorkSource source,
            Supplier<WorkRules> rules,
            WorkIndex index,
            IndexMemory memory,
            IndexThread thread,
            Pacer pacer,
            Clock clock,
            Consumer<Reading> write,
            ChangedIssues changed,
            BooleanSupplier isQuiet) {
        this.source = source;
        this.rules = rules;
        this.index = index;
        this.memory = memory;
        this.thread = thread;
        this.pacer = pacer;
        this.clock = clock;
        this.write = write;
        this.changed = changed;
        this.isQuiet = isQuiet;
    }

    /** How far it is; without a lag. */
    IndexHealth progress() {
        return progress;
    }

    /** Tells the time up to which the index is current that was loaded, each time one was. */
    void onLoaded(Consumer<Instant> loader) {
        loaders.add(loader);
    }

    /** Tells when what changed since has to be found before numbers are shown; the finder must not do it on this thread. */
    void onAwaiting(Runnable finder) {
        finders.add(finder);
    }

    /** Tells before something saved is loaded; whoever is told must do the work on a thread of its own. */
    void onLoading(Runnable forerunner) {
        forerunners.add(forerunner);
    }

    /** Loads what was saved or else begins the first fill. */
    void begin() {
        begunAt = clock.instant();
        progress = new IndexHealth(false, 0, progress.total(), 0);
        int number = fills.incrementAndGet();
        thread.soon(() -> load(number));
    }

    /** The last save, when the thread has ended. */
    void end() {
        if (progress.ready()) {
            memory.save(isQuiet);
        }
    }

    private void load(int number) {
        if (number != fills.get()) {
            return; // somebody wanted everything read meanwhile
        }
        if (memory.hasSaved()) {
            forerunners.forEach(Runnable::run);
        }
        Map<String, Integer> now = rules.get().levels();
        SavedIndex.Head head = memory.load(now).orElse(null);
        if (head == null || number != fills.get()) {
            refill();
            return;
        }
        levels = now;
        loaders.forEach(loader -> loader.accept(head.at()));
        LOG.info(
                "Loaded {} issues as of {}{}, {} ms after the beginning",
                index.size(),
                head.at(),
                head.complete() ? "" : ", the fill goes on",
                Duration.between(begunAt, clock.instant()).toMillis());
        if (head.complete()) {
            progress = new IndexHealth(false, index.size(), index.size(), 0);
            showOnceCaughtUp(number);
        } else {
            thread.soon(() -> goOnFilling(number));
        }
    }

    private void showOnceCaughtUp(int number) {
        if (loaders.isEmpty()) {
            show(number);
        } else {
            awaited = number;
            finders.forEach(Runnable::run);
        }
    }

    /** Whether what changed since the index was saved has to be noted before anything is shown. */
    boolean awaitsCatchUp() {
        return awaited != 0;
    }

    /** All that changed until then and can be found by its stamp is noted. */
    void caughtUp(Instant until) {
        memory.lookedUpTo(until);
        int number = awaited;
        if (number != 0) {
            awaited = 0;
            thread.soon(() -> show(number));
        }
    }

    /** Numbers are shown once all that was noted before is read. */
    private void show(int number) {
        if (number != fills.get()) {
            return;
        }
        if (!isQuiet.getAsBoolean()) {
            thread.later(BEFORE_LOOKING_AGAIN, () -> show(number));
            return;
        }
        report(number, new IndexHealth(true, index.size(), index.size(), 0));
        saveAgainAndAgain(number);
    }

    private void report(int number, IndexHealth health) {
        synchronized (fills) {
            if (number == fills.get()) {
                if (health.ready() && !progress.ready()) {
                    Duration since = Duration.between(begunAt, clock.instant());
                    LOG.info("Numbers about work are shown, {} ms after the beginning", since.toMillis());
                }
                progress = health;
            }
        }
    }

    /** What is in the index already stands first and is not read again; what changed since comes by its stamp. */
    private void goOnFilling(int number) {
        long[] all = source.allIssues();
        long[] unknown = neighbours().unknown(all);
        long[] sought = unknown.clone();
        Arrays.sort(sought);
        long[] known = Arrays.stream(all)
                .filter(id -> Arrays.binarySearch(sought, id) < 0)
                .toArray();
        long[] ids =
                LongStream.concat(Arrays.stream(known), Arrays.stream(unknown)).toArray();
        Fill fill = new Fill(number, ids, Purpose.FILLING);
        fill.from = known.length;
        fill.isResumed = true;
        thread.soon(fill);
    }

    private void saveAgainAndAgain(int number) {
        thread.later(IndexMemory.BETWEEN, () -> {
            if (number == fills.get()) {
                memory.save(isQuiet);
                saveAgainAndAgain(number);
            }
        });
    }

    /** See {@link IndexKeeper#follow}. */
    void follow(WorkRules now) {
        Map<String, Integer> read = levels;
        if (read != null && !read.equals(now.levels()) && thread.isRunning()) {
            levels = now.levels();
            refill();
        }
    }

    /** Reads everything again; numbers about work are withheld until that is done. */
    void refill() {
        int number;
        synchronized (fills) {
            number = fills.incrementAndGet();
            begunAt = progress.ready() ? clock.instant() : begunAt;
            progress = new IndexHealth(false, 0, progress.total(), 0);
        }
        thread.soon(() -> {
            Map<String, Integer> now = rules.get().levels();
            memory.beginsToFill(now);
            awaited = 0;
            levels = now;
            thread.soon(new Fill(number, source.allIssues(), Purpose.FILLING));
        });
    }

    /** See {@link IndexKeeper#readAllAgain}. */
    void readAllAgain() {
        readAll(Purpose.REPETITION);
    }

    /** See {@link IndexKeeper#compareAll}. */
    void compareAll() {
        readAll(Purpose.COMPARISON);
    }

    Optional<Drift> drift() {
        return Optional.ofNullable(drift);
    }

    private void readAll(Purpose purpose) {
        thread.soon(() -> {
            long[] ids = source.allIssues();
            long unknown = neighbours().unknown(ids).length;
            if (!isFar(unknown, ids.length)) {
                thread.soon(new Fill(fills.get(), ids, purpose));
                return;
            }
            if (purpose == Purpose.COMPARISON) {
                drift = new Drift(clock.instant(), ids.length, unknown);
            }
            refill();
        });
    }

    /** More than a chunk and more than one in a hundred. */
    private static boolean isFar(long unknown, int all) {
        return unknown > IndexKeeper.CHUNK && unknown * 100 > all;
    }

    private Neighbours neighbours() {
        return new Neighbours(index.view(rules.get()));
    }

    /** Why all issues are read. */
    private enum Purpose {
        FILLING,
        /** Something is known to be missing. */
        REPETITION,
        /** To see whether something is. */
        COMPARISON
    }

    /** One pass over all issues, a page at a time; rests and gives the thread back after each, and ends when a newer fill began. */
    private final class Fill implements Runnable {
        private final int number;
        private final long[] ids;
        private final Purpose purpose;
        private int from;
        private long found;
        private boolean isResumed;

        Fill(int number, long[] ids, Purpose purpose) {
            this.purpose = purpose;
            this.number = number;
            this.ids = ids;
        }

        @Override
        public void run() {
            if (number != fills.get()) {
                return;
            }
            long begun = pacer.begin();
            int to = Math.min(from + pacer.pageSize(), ids.length);
            if (from < to) {
                read(boxed(from, to));
            }
            from = to;
            if (from < ids.length) {
                if (purpose == Purpose.FILLING) {
                    report(number, health(false));
                    memory.savePartIfDue();
                }
                thread.later(pacer.restSince(begun), this);
                return;
            }
            readWhatIsLeftOfBefore();
            if (purpose == Purpose.FILLING) {
                finish();
            } else {
                report(number, health(true));
                LOG.info("Read {} issues again, {} differed in the work index and are mended", ids.length, found);
            }
            if (purpose == Purpose.COMPARISON) {
                drift = new Drift(clock.instant(), ids.length, found);
            }
        }

        private void finish() {
            index.settle();
            LOG.info("Read {} issues, {} are in the work index", ids.length, index.size());
            if (isResumed) {
                memory.save(isQuiet);
                showOnceCaughtUp(number);
            } else {
                report(number, health(true));
                memory.save(isQuiet);
                saveAgainAndAgain(number);
            }
        }

        private IndexHealth health(boolean ready) {
            return new IndexHealth(ready, from, ids.length, 0);
        }

        /**
         * Counts what is not as it was here though nobody announced it: this thread alone writes, and what stays as it is
         * leaves the version.
         */
        private void read(List<Long> some) {
            Reading reading = Reading.of(source, some, rules.get());
            Instant fresh = clock.instant().minus(CatchUp.OVERLAP);
            Set<Long> announced = new HashSet<>();
            some.stream().filter(changed::holds).forEach(announced::add);
            reading.items().stream()
                    .filter(item -> item.updated().isAfter(fresh))
                    .forEach(item -> announced.add(item.id()));
            write.accept(reading.among(announced));
            long before = index.version();
            write.accept(reading.notAmong(announced));
            found += index.version() - before;
        }

        /** What an earlier fill knew and this one did not meet: deleted since, or created while this one ran. */
        private void readWhatIsLeftOfBefore() {
            long[] met = ids.clone();
            Arrays.sort(met);
            List<Long> others = List.copyOf(neighbours().otherThan(met));
            for (int start = 0; start < others.size(); start += IndexKeeper.CHUNK) {
                read(others.subList(start, Math.min(start + IndexKeeper.CHUNK, others.size())));
            }
        }

        private List<Long> boxed(int start, int end) {
            return Arrays.stream(ids, start, end).boxed().toList();
        }
    }
}

package io.throughline.app.live;

import io.throughline.core.work.WorkIndex;
import io.throughline.core.work.WorkRules;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.LongPredicate;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the whole of the index to where numbers may be shown, by loading what was saved or by reading every issue, and
 * saves it from then on. All of it on the thread of {@link IndexKeeper}, a chunk at a time. A little over 300 lines: the
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
    private final Consumer<Reading> write;
    private final BooleanSupplier isQuiet;
    /** Also the guard of {@link #progress}: a fill reports only while none began after it. */
    private final AtomicInteger fills = new AtomicInteger();

    private final List<Consumer<Instant>> loaders = new CopyOnWriteArrayList<>();
    private volatile @Nullable Map<String, Integer> levels;
    private volatile IndexHealth progress = new IndexHealth(false, 0, 0, 0);
    /** The number of the fill that was loaded and is not shown before what changed since is in it; 0 for none. */
    private volatile int awaited;

    /**
     * @param write puts a reading into the index
     * @param isQuiet whether all that was noted as changed was read
     */
    IndexFilling(
            WorkSource source,
            Supplier<WorkRules> rules,
            WorkIndex index,
            IndexMemory memory,
            IndexThread thread,
            Consumer<Reading> write,
            BooleanSupplier isQuiet) {
        this.source = source;
        this.rules = rules;
        this.index = index;
        this.memory = memory;
        this.thread = thread;
        this.write = write;
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

    /** Loads what was saved or else begins the first fill. */
    void begin() {
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
            thread.soon(() -> goOnFilling(number));
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
                progress = health;
            }
        }
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
            progress = new IndexHealth(false, 0, progress.total(), 0);
        }
        thread.soon(() -> {
            Map<String, Integer> now = rules.get().levels();
            memory.beginsToFill(now);
            awaited = 0;
            levels = now;
            thread.soon(new Fill(number, allIssues(), false));
        });
    }

    /** See {@link IndexKeeper#readAllAgain}. */
    void readAllAgain() {
        thread.soon(() -> {
            long[] ids = allIssues();
            if (isFarBehind(ids)) {
                refill();
            } else {
                thread.soon(new Fill(fills.get(), ids, true));
            }
        });
    }

    /** More than a chunk and more than one in a hundred. */
    private boolean isFarBehind(long[] ids) {
        long unknown = Arrays.stream(ids).filter(id -> index.get(id).isEmpty()).count();
        return unknown > IndexKeeper.CHUNK && unknown * 100 > ids.length;
    }

    private long[] allIssues() {
        List<Long> ids = new ArrayList<>();
        source.projects().forEach(project -> ids.addAll(source.issues(project)));
        return ids.stream().mapToLong(Long::longValue).toArray();
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
            int to = Math.min(from + IndexKeeper.CHUNK, ids.length);
            if (from < to) {
                read(boxed(from, to));
            }
            from = to;
            if (from < ids.length) {
                if (!isRepetition) {
                    report(number, health(false));
                    memory.savePartIfDue();
                }
                thread.soon(this);
                return;
            }
            readWhatIsLeftOfBefore();
            if (isRepetition) {
                report(number, health(true));
                LOG.info("Read {} issues again, {} differed in the work index and are mended", ids.length, found);
            } else {
                finish();
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

        /** Counts what is not as it was here: this thread alone writes, and what stays as it is leaves the version. */
        private void read(List<Long> some) {
            long before = index.version();
            write.accept(Reading.of(source, some, rules.get()));
            found += index.version() - before;
        }

        /** What an earlier fill knew and this one did not meet: deleted since, or created while this one ran. */
        private void readWhatIsLeftOfBefore() {
            Neighbours there = new Neighbours(index.view(rules.get()));
            List<Long> others = List.copyOf(there.otherThan(new HashSet<>(boxed(0, ids.length))));
            for (int start = 0; start < others.size(); start += IndexKeeper.CHUNK) {
                read(others.subList(start, Math.min(start + IndexKeeper.CHUNK, others.size())));
            }
        }

        private List<Long> boxed(int start, int end) {
            return Arrays.stream(ids, start, end).boxed().toList();
        }
    }
}

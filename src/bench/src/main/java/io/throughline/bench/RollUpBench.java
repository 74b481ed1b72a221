package io.throughline.bench;

import io.throughline.core.delivery.DeliveryBlock;
import io.throughline.core.delivery.Rollup;
import io.throughline.core.scorecard.Moment;
import io.throughline.core.scorecard.PlanScore;
import io.throughline.core.scorecard.Scoring;
import io.throughline.core.strategy.Objective;
import io.throughline.core.strategy.SizeMeasure;
import io.throughline.core.work.QueryMembers;
import io.throughline.core.work.SettledItems;
import io.throughline.core.work.WorkIndex;
import io.throughline.core.work.WorkRules;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;

/**
 * The roll-up of 20 plans in three measures, ours beside DuckDB's and PostgreSQL's, in one run on the same data: {@code --sizes
 * 10000,100000 --out DIR}, with {@code --host URL --login user:password} also beside a script that searches Jira epic by epic,
 * with {@code --peers none} alone. Answers are compared before times: a quicker wrong number is worth nothing.
 */
public final class RollUpBench {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    private static final int LOADS = 5;

    private static final int MOST_COLLECTIONS = 20;
    /** Bytes that come and go without any work of ours. */
    private static final long STEADY = 20_000;

    private final Report report = new Report();
    /** What did not come in time at one size is not asked at a larger one. */
    private final Set<String> tooSlow = new HashSet<>();

    private final List<String> peers;

    private RollUpBench(List<String> peers) {
        this.peers = peers;
    }

    public static void main(String[] arguments) throws Exception {
        Map<String, String> options = new TreeMap<>(Map.of(
                "--sizes",
                "10000,100000",
                "--out",
                "",
                "--host",
                "",
                "--login",
                "admin:admin",
                "--peers",
                "duckdb,postgresql"));
        for (int at = 0; at < arguments.length; at += 2) {
            if (!options.containsKey(arguments[at]) || at + 1 == arguments.length) {
                throw new IllegalArgumentException(
                        "--sizes N,N… --out DIR --peers duckdb,postgresql --host URL --login USER:PASSWORD, not "
                                + arguments[at]);
            }
            options.put(arguments[at], arguments[at + 1]);
        }
        RollUpBench bench = new RollUpBench(List.of(options.get("--peers").split(",")));
        for (String size : options.get("--sizes").split(",", -1)) {
            bench.measure(Integer.parseInt(size.strip()));
        }
        if (!options.get("--host").isEmpty()) {
            Row row = new Searches(options.get("--host"), options.get("--login")).measure();
            bench.report.add(row);
            bench.report.note("search is extrapolated from " + row.runs() + " epics to all of them.");
        }
        System.out.println(bench.report.markdown());
        if (!options.get("--out").isEmpty()) {
            bench.report.write(Path.of(options.get("--out")));
        }
    }

    private void measure(int size) throws Exception {
        World world = World.of(size, 42);
        long before = usedHeap();
        WorkIndex index = new WorkIndex();
        double fill = Timing.millis(() -> {
            index.upsertAll(world.items());
            index.settle();
            return index;
        });
        long withIndex = usedHeap();
        Scoring scoring = new Scoring(Moment.of(world.strategy(), index.view(WorkRules.defaults()), TODAY)).follow();
        long withSums = usedHeap();
        double bytes = (withSums - before) / (double) size;
        note(
                "%,d: heap of the index %.1f, of the roll-up with outlines %.1f bytes an item; arrays counted %.1f and"
                        + " %.1f",
                size,
                (withIndex - before) / (double) size,
                (withSums - withIndex) / (double) size,
                index.bytes() / (double) size,
                scoring.rollup().bytes() / (double) size);
        report.add(new Row(size, "throughline", "fill", fill, 1, 0));
        report.add(new Row(size, "throughline", "full", Timing.median(() -> full(index)), Timing.ROUNDS, bytes));
        PlainPass pass = new PlainPass(size);
        report.add(new Row(size, "pass", "full", Timing.median(pass::run), Timing.ROUNDS, 0));
        double full = Timing.processors(() -> full(index));
        double floor = Timing.processors(pass::run);
        note(
                "%,d: processor time of all hands, the least of %d: full %.2f ms, pass %.2f ms: %.1fx",
                size, 3 * Timing.ROUNDS, full, floor, full / floor);
        note(
                "%,d: the first recompute of a strategy, which also works out its sets of links, %.1f ms",
                size, Timing.median(5, () -> first(world, index)));
        SettledItems saved = index.settled();
        requireAll(size, filled(saved).size());
        report.add(new Row(size, "throughline", "load", Timing.median(LOADS, () -> filled(saved)), LOADS, 0));
        report.add(new Row(
                size, "throughline", "orphans", Timing.median(() -> OrphanRows.count(scoring)), Timing.ROUNDS, 0));
        note(
                "%,d: processor time of the orphan scan, the least of %d: %.2f ms",
                size, 3 * Timing.ROUNDS, Timing.processors(() -> OrphanRows.count(scoring)));
        compare(world, scoring, size);
        change(world, index, scoring, size);
    }

    private void note(String text, Object... values) {
        report.note(String.format(Locale.ROOT, text, values));
    }

    private void compare(World world, Scoring scoring, int size) throws Exception {
        Map<String, Totals> ours = answer(world, scoring);
        if (peers.contains("duckdb")) {
            compare("duckdb", () -> new DuckDb(world), ours, scoring, size);
        }
        if (peers.contains("postgresql")) {
            compare("postgresql", () -> PostgreSql.of(world), ours, scoring, size);
        }
    }

    /** Answers first: a quicker wrong number is worth nothing. */
    private void compare(String name, Callable<Peer> open, Map<String, Totals> ours, Scoring scoring, int size)
            throws Exception {
        long start = System.nanoTime();
        try (Peer peer = open.call()) {
            report.add(new Row(size, name, "fill", (System.nanoTime() - start) / 1e6, 1, 0));
            ask(size, name, "full", () -> require(name + " by level", ours, peer.answer(Peer.BY_LEVEL)));
            ask(
                    size,
                    name + "-recursive",
                    "full",
                    () -> require(name + " recursive", ours, peer.answer(Peer.RECURSIVE)));
            if (peer instanceof DuckDb duckDb) {
                load(size, name, duckDb);
            }
            boolean[] compared = {false};
            ask(size, name, "orphans", () -> {
                if (!compared[0]) { // the first one, which is not timed unless it takes half a minute
                    OrphanRows.require(scoring, peer.orphans());
                    compared[0] = true;
                }
                return peer.countOrphans();
            });
        }
    }

    /** From a file that was just written, which the system therefore has in memory. */
    private void load(int size, String name, DuckDb peer) throws Exception {
        Path folder = Files.createTempDirectory("bench");
        Path file = folder.resolve("saved.duckdb");
        try {
            peer.save(file);
            requireAll(size, peer.load(file));
            report.add(new Row(size, name, "load", Timing.median(LOADS, () -> peer.load(file)), LOADS, 0));
        } finally {
            Files.deleteIfExists(file);
            Files.delete(folder);
        }
    }

    /** Fewer rounds for what takes seconds, and no other one for what takes half a minute. */
    private void ask(int size, String engine, String work, Callable<?> question) throws Exception {
        String what = engine + " " + work;
        if (tooSlow.contains(what)) {
            note("%,d: %s was not asked, as it did not come in time for fewer items", size, what);
            return;
        }
        try {
            double first = Timing.millis(question);
            int rounds = first > 30_000 ? 1 : first > 1_000 ? 3 : Timing.ROUNDS;
            report.add(new Row(size, engine, work, rounds == 1 ? first : Timing.median(rounds, question), rounds, 0));
        } catch (SQLException e) {
            tooSlow.add(what);
            note("%,d: %s had not come after %d s (%s)", size, what, TimeLimit.SECONDS, e.getMessage());
        }
    }

    private void change(World world, WorkIndex index, Scoring scoring, int size) throws Exception {
        Changes changes = new Changes(world, index, scoring.rollup());
        report.add(new Row(size, "throughline", "change", changes.millis(), Changes.COUNT, 0));
        note(
                "%,d: one change writes %.2f accounts on average; in batches of %d, as the row says, or alone: %.6f ms",
                size, changes.accountsWritten(), Changes.BATCH, changes.millisAlone());
        SubtreeMove move = new SubtreeMove(world, index);
        double pass = move.passMillis();
        double moved = move.moveMillis();
        note(
                "%,d: moving a subtree of %,d items to another initiative %.3f ms, one pass over it %.3f ms: %.1fx",
                size, move.items, moved, pass, moved / pass);
        Map<String, Totals> incremental = answer(world, scoring);
        require("a full recompute after all changes", incremental, answer(world, fresh(world, index)));
    }

    private static Scoring fresh(World world, WorkIndex index) {
        return new Scoring(Moment.of(world.strategy(), index.view(WorkRules.defaults()), TODAY));
    }

    /** Everything anew from what the items say: levels, parents, who carries, alignment with 20 plans, all sums. */
    private static long full(WorkIndex index) {
        index.deriveAll();
        return index.version();
    }

    private static WorkIndex filled(SettledItems saved) {
        WorkIndex index = new WorkIndex();
        index.replaceBy(saved);
        return index;
    }

    private static void requireAll(int size, long loaded) {
        if (loaded != size) {
            throw new IllegalStateException("loaded " + loaded + " items of " + size);
        }
    }

    private static Rollup first(World world, WorkIndex index) {
        return index.reading(
                () -> new Rollup(world.strategy(), index.view(), QueryMembers.none(), TODAY, ZoneOffset.UTC));
    }

    private static Map<String, Totals> answer(World world, Scoring scoring) {
        Map<String, Totals> answer = new TreeMap<>();
        for (int n = 1; n <= World.PLANS; n++) {
            PlanScore score = scoring.plan(World.plan(n));
            SizeMeasure measure =
                    world.strategy().plan(World.plan(n)).orElseThrow().sizeMeasure();
            double scale = measure == SizeMeasure.STORY_POINTS ? 1000 : 1;
            for (Objective objective : world.strategy().objectivesIn(World.plan(n))) {
                DeliveryBlock block = score.delivery(objective.key());
                if (block.items() > 0) {
                    answer.put(
                            objective.key(),
                            new Totals(Math.round(block.total() * scale), Math.round(block.done() * scale)));
                }
            }
        }
        return answer;
    }

    private static boolean require(String who, Map<String, Totals> ours, Map<String, Totals> theirs) {
        if (!ours.equals(theirs)) {
            List<String> different = new ArrayList<>();
            ours.forEach((key, totals) -> {
                if (!totals.equals(theirs.get(key))) {
                    different.add(key + ": " + totals + " / " + theirs.get(key));
                }
            });
            throw new IllegalStateException(who + " says something else: " + different);
        }
        System.out.println("equal on " + ours.size() + " objectives: " + who);
        return true;
    }

    /** After as many collections as it takes until nothing more goes. */
    private static long usedHeap() throws InterruptedException {
        Runtime here = Runtime.getRuntime();
        long before = Long.MAX_VALUE;
        long used = here.totalMemory() - here.freeMemory();
        for (int round = 0; round < MOST_COLLECTIONS && (round < 3 || before - used > STEADY); round++) {
            before = used;
            System.gc();
            Thread.sleep(50);
            used = here.totalMemory() - here.freeMemory();
        }
        return used;
    }
}

package io.throughline.bench;

import io.throughline.core.delivery.DeliveryBlock;
import io.throughline.core.delivery.Rollup;
import io.throughline.core.scorecard.Moment;
import io.throughline.core.scorecard.PlanScore;
import io.throughline.core.scorecard.Scoring;
import io.throughline.core.strategy.Objective;
import io.throughline.core.strategy.SizeMeasure;
import io.throughline.core.work.WorkIndex;
import io.throughline.core.work.WorkItem;
import io.throughline.core.work.WorkRules;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Callable;

/**
 * The roll-up of 20 plans in three measures, ours beside DuckDB's and PostgreSQL's, in one run on the same data: {@code --sizes
 * 10000,100000 --out DIR}. Answers are compared before times: a quicker wrong number is worth nothing.
 */
public final class RollUpBench {
    private static final int ROUNDS = 9;
    private static final int CHANGES = 20_000;
    private static final int BATCH = 100;
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    private RollUpBench() {}

    public static void main(String[] arguments) throws Exception {
        String sizes = "10000,100000";
        Path out = null;
        for (int at = 0; at < arguments.length; at++) {
            switch (arguments[at]) {
                case "--sizes" -> sizes = arguments[++at];
                case "--out" -> out = Path.of(arguments[++at]);
                default -> throw new IllegalArgumentException("--sizes N,N… --out DIR, not " + arguments[at]);
            }
        }
        Report report = new Report();
        for (String size : sizes.split(",")) {
            measure(Integer.parseInt(size.strip()), report);
        }
        System.out.println(report.markdown());
        if (out != null) {
            report.write(out);
        }
    }

    private static void measure(int size, Report report) throws Exception {
        World world = World.of(size, 42);
        long before = usedHeap();
        WorkIndex index = new WorkIndex();
        double fill = millis(() -> {
            index.upsertAll(world.items());
            index.settle();
            return index;
        });
        long withIndex = usedHeap();
        Scoring scoring = new Scoring(Moment.of(world.strategy(), index.view(WorkRules.defaults()), TODAY)).follow();
        long withSums = usedHeap();
        double bytes = (withSums - before) / (double) size;
        System.out.printf(
                Locale.ROOT,
                "heap: index %.1f, roll-up with outlines %.1f bytes an item; arrays counted: %.1f and %.1f%n",
                (withIndex - before) / (double) size,
                (withSums - withIndex) / (double) size,
                index.bytes() / (double) size,
                scoring.rollup().bytes() / (double) size);
        Map<String, Totals> ours = answer(world, scoring);
        report.add(new Row(size, "throughline", "fill", fill, 1, 0));
        report.add(new Row(size, "throughline", "full", medianMillis(() -> full(index)), ROUNDS, bytes));
        report.add(new Row(size, "pass", "full", pass(size), ROUNDS, 0));
        report.add(new Row(size, "throughline", "orphans", medianMillis(() -> OrphanRows.count(scoring)), ROUNDS, 0));
        compare("duckdb", () -> new DuckDb(world), ours, scoring, size, report);
        compare("postgresql", () -> PostgreSql.of(world), ours, scoring, size, report);
        report.add(new Row(size, "throughline", "change", changes(world, index), CHANGES, 0));
        Rollup kept = scoring.rollup();
        Map<String, Totals> incremental = answer(world, scoring);
        kept.recompute();
        require("a full recompute after " + CHANGES + " changes", incremental, answer(world, fresh(world, index)));
    }

    /** Answers first: a quicker wrong number is worth nothing. */
    private static void compare(
            String name, Callable<Peer> peers, Map<String, Totals> ours, Scoring scoring, int size, Report report)
            throws Exception {
        long start = System.nanoTime();
        try (Peer peer = peers.call()) {
            report.add(new Row(size, name, "fill", (System.nanoTime() - start) / 1e6, 1, 0));
            report.add(
                    measured(size, name, "full", () -> require(name + " by level", ours, peer.answer(Peer.BY_LEVEL))));
            report.add(measured(
                    size,
                    name + "-recursive",
                    "full",
                    () -> require(name + " recursive", ours, peer.answer(Peer.RECURSIVE))));
            OrphanRows.require(scoring, peer.orphans());
            report.add(measured(size, name, "orphans", peer::countOrphans));
        }
    }

    /** Fewer rounds for what takes seconds, and no other one for what takes half a minute. */
    private static Row measured(int size, String engine, String work, Callable<?> question) throws Exception {
        double first = millis(question);
        if (first > 30_000) {
            return new Row(size, engine, work, first, 1, 0);
        }
        int rounds = first > 1_000 ? 3 : ROUNDS;
        double[] millis = new double[rounds];
        for (int round = 0; round < rounds; round++) {
            millis[round] = millis(question);
        }
        Arrays.sort(millis);
        return new Row(size, engine, work, millis[rounds / 2], rounds, 0);
    }

    private static double millis(Callable<?> work) throws Exception {
        long start = System.nanoTime();
        work.call();
        return (System.nanoTime() - start) / 1e6;
    }

    private static Scoring fresh(World world, WorkIndex index) {
        return new Scoring(Moment.of(world.strategy(), index.view(WorkRules.defaults()), TODAY));
    }

    /** Everything anew from what the items say: levels, parents, who carries, alignment with 20 plans, all sums. */
    private static long full(WorkIndex index) {
        index.deriveAll();
        return index.version();
    }

    /** Transitions of random stories, from issue to sums; half of them takes the other half back. */
    private static double changes(World world, WorkIndex index) {
        Random random = new Random(7);
        List<WorkItem> changed = new ArrayList<>();
        while (changed.size() < CHANGES) {
            WorkItem item = world.items().get(random.nextInt(world.items().size()));
            if (item.issueType().equals("Story")) {
                changed.add(World.toggled(item));
            }
        }
        for (WorkItem each : changed) { // warm-up
            index.upsert(each);
        }
        List<Double> nanos = new ArrayList<>();
        for (int round = 0; round < 5; round++) {
            List<WorkItem> next = changed.stream().map(World::toggled).toList();
            for (int from = 0;
                    from < CHANGES;
                    from += BATCH) { // short enough that the machine's other work rarely falls in
                long start = System.nanoTime();
                for (WorkItem each : next.subList(from, from + BATCH)) {
                    index.upsert(each);
                }
                nanos.add((System.nanoTime() - start) / (double) BATCH);
            }
            changed = next;
        }
        return nanos.stream().sorted().toList().get(nanos.size() / 2) / 1e6;
    }

    /**
     * The floor: one plain pass over columns of the same types as a recompute reads (parent, state and group of 4 bytes, traits
     * and size of 2), and the one of 4 that it writes.
     */
    private static double pass(int size) throws Exception {
        int[] parent = filled(size, 31);
        int[] state = filled(size, 37);
        int[] group = filled(size, 41);
        char[] trait = new char[size];
        char[] sizes = new char[size];
        for (int at = 0; at < size; at++) {
            trait[at] = (char) (at * 43);
            sizes[at] = (char) (at * 47);
        }
        int[] written = new int[size];
        long[] sink = new long[1];
        double median = medianMillis(() -> {
            long sum = 0;
            for (int at = 0; at < size; at++) {
                int all = parent[at] + state[at] + group[at] + trait[at] + sizes[at];
                written[at] = all;
                sum += all;
            }
            sink[0] += sum;
            return sum;
        });
        return sink[0] == 42 ? -median : median;
    }

    private static int[] filled(int size, int factor) {
        int[] column = new int[size];
        Arrays.setAll(column, at -> at * factor);
        return column;
    }

    private static TreeMap<String, Totals> answer(World world, Scoring scoring) {
        TreeMap<String, Totals> answer = new TreeMap<>();
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
            ours.forEach((key, totals) -> {
                if (!totals.equals(theirs.get(key))) {
                    System.err.println(key + ": " + totals + " / " + theirs.get(key));
                }
            });
            throw new IllegalStateException(who + " says something else");
        }
        System.out.println("equal on " + ours.size() + " objectives: " + who);
        return true;
    }

    private static long usedHeap() throws InterruptedException {
        for (int round = 0; round < 3; round++) {
            System.gc();
            Thread.sleep(50);
        }
        Runtime here = Runtime.getRuntime();
        return here.totalMemory() - here.freeMemory();
    }

    private static double medianMillis(Callable<?> work) throws Exception {
        for (int round = 0; round < 3; round++) {
            work.call();
        }
        double[] millis = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            millis[round] = millis(work);
        }
        Arrays.sort(millis);
        return millis[ROUNDS / 2];
    }
}

package io.throughline.bench;

import io.throughline.core.delivery.DeliveryBlock;
import io.throughline.core.scorecard.PlanScore;
import io.throughline.core.scorecard.Scoring;
import io.throughline.core.strategy.Objective;
import io.throughline.core.work.WorkIndex;
import io.throughline.core.work.WorkRules;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.TreeMap;
import java.util.concurrent.Callable;

/**
 * A full roll-up of one plan, ours beside DuckDB's, for the sizes given (default 10,000 and 100,000 issues). Both answers are
 * compared first: a quicker wrong number is worth nothing.
 */
public final class RollUpBench {

    private static final int ROUNDS = 7;
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    private RollUpBench() {}

    public static void main(String[] arguments) throws Exception {
        int[] sizes = arguments.length == 0
                ? new int[] {10_000, 100_000}
                : Arrays.stream(arguments).mapToInt(Integer::parseInt).toArray();
        System.out.println("| issues | objectives | links | ours, ms | DuckDB, ms | ratio | equal |");
        System.out.println("|---|---|---|---|---|---|---|");
        for (int size : sizes) {
            World world = World.of(size, 42);
            WorkIndex index = new WorkIndex();
            index.upsertAll(world.items());
            try (DuckDb peer = new DuckDb(world)) {
                boolean equal = ours(world, index).equals(peer.answer());
                double ours = medianMillis(() -> ours(world, index));
                double theirs = medianMillis(peer::answer);
                System.out.printf(
                        Locale.ROOT,
                        "| %,d | %,d | %,d | %.1f | %.1f | %.1f | %s |%n",
                        size,
                        Math.max(1, size / 500),
                        world.links().size(),
                        ours,
                        theirs,
                        theirs / ours,
                        equal ? "yes" : "NO");
                if (!equal) {
                    System.exit(1);
                }
            }
        }
    }

    /** A fresh score each time: nothing of an earlier round is reused. */
    static TreeMap<String, Totals> ours(World world, WorkIndex index) {
        PlanScore score = Scoring.score(world.strategy(), index, World.PLAN, TODAY, WorkRules.defaults());
        TreeMap<String, Totals> answer = new TreeMap<>();
        for (Objective objective : world.strategy().objectives()) {
            DeliveryBlock delivery = score.delivery(objective.key());
            if (delivery.total() > 0) {
                answer.put(objective.key(), new Totals((long) delivery.total(), (long) delivery.done()));
            }
        }
        return answer;
    }

    private static double medianMillis(Callable<?> work) throws Exception {
        double[] millis = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            long start = System.nanoTime();
            work.call();
            millis[round] = (System.nanoTime() - start) / 1e6;
        }
        Arrays.sort(millis);
        return millis[ROUNDS / 2];
    }
}

package io.throughline.bench.parts;

import io.throughline.bench.World;
import io.throughline.core.delivery.Forecast;
import io.throughline.core.delivery.ForecastMemory;
import io.throughline.core.delivery.PlanDelivery;
import io.throughline.core.delivery.Survey;
import io.throughline.core.scorecard.PlanScore;
import io.throughline.core.strategy.PlanOutline;
import io.throughline.core.strategy.StrategyModel;
import io.throughline.core.work.WorkItem;
import java.util.Map;
import java.util.Optional;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** From the sums to the numbers of one plan: of 100,000 issues it has ten objectives and a hundred links, of a million a hundred and a thousand. */
public class PlanScores {
    /** A plan's tree. */
    @State(Scope.Benchmark)
    public static class Tree {
        private StrategyModel strategy;
        private PlanOutline outline;

        /** Takes it apart, as happens once for each version of the strategy. */
        @Setup
        public void take(Ground ground) {
            strategy = ground.world.strategy();
            outline = PlanOutline.of(strategy, Sums.PLAN).orElseThrow();
        }

        private PlanDelivery measure(Ground ground, Sums sums) {
            Survey survey = new Survey(strategy, sums.scoring.rollup(), new ForecastMemory(), Ground.TODAY);
            return ground.index.reading(() -> new PlanDelivery(survey, outline, Map.of()));
        }
    }

    /** A story that a change of is a change of the plan. */
    @State(Scope.Thread)
    public static class Touching {
        private WorkItem item;

        /** Finds the first one. */
        @Setup
        public void find(Ground ground, Sums sums) {
            item = Stories.some(ground, 1, each -> sums.scoring.isAligned(Sums.PLAN, each.id()))[0];
        }

        private WorkItem next() {
            item = World.toggled(item);
            return item;
        }
    }

    @Benchmark
    @Words("delivery of all nodes and links of a plan from its tallies, no forecast")
    public PlanDelivery delivery(Ground ground, Sums sums, Tree tree) {
        return tree.measure(ground, sums);
    }

    @Benchmark
    @Words("the same and the forecast of the plan: 10,000 draws")
    public Optional<Forecast> forecast(Ground ground, Sums sums, Tree tree) {
        return tree.measure(ground, sums).forecast(Sums.PLAN);
    }

    @Benchmark
    @Words("one change of a story of the plan, and its score anew")
    public PlanScore afterAChange(Ground ground, Sums sums, Touching touching) {
        ground.index.upsert(touching.next());
        return sums.scoring.plan(Sums.PLAN);
    }

    @Benchmark
    @Words("its score where nothing changed since the last one")
    public PlanScore again(Sums sums) {
        return sums.scoring.plan(Sums.PLAN);
    }
}

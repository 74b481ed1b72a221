package io.throughline.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.throughline.core.measures.OutcomeBlock;
import io.throughline.core.scorecard.PlanScore;
import io.throughline.core.strategy.Kpi;
import io.throughline.core.strategy.Objective;
import io.throughline.core.strategy.Plan;
import io.throughline.core.strategy.PlanOutline;
import io.throughline.core.strategy.Theme;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.LongStream;
import org.assertj.core.description.Description;
import org.assertj.core.description.TextDescription;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The engine and a naive second reading agree on every KPI and every outcome; kept blocks are tested apart. */
class SecondOutcomeTest {
    static LongStream seeds() {
        return LongStream.rangeClosed(1, Long.getLong("worlds", 300));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theEngineAgreesWithASecondReading(long seed) {
        World world = RandomWorld.of(seed);
        world.achieved.clear();
        SecondOutcome reading = new SecondOutcome(world);

        for (Plan plan : world.plans) {
            PlanScore score = world.scoring().plan(plan.key());
            agree(plan.key(), score.outcome(plan.key()), reading.of(plan));
            for (Theme theme : world.themes) {
                if (theme.plan().equals(plan.key())) {
                    agree(theme.key(), score.outcome(theme.key()), reading.of(theme));
                }
            }
            Set<String> nodes = new HashSet<>();
            PlanOutline.of(world.model(), plan.key()).orElseThrow().nodes().forEach(node -> nodes.add(node.key()));
            for (Objective objective : world.objectives) {
                if (nodes.contains(objective.key())) {
                    agree(objective.key(), score.outcome(objective.key()), reading.of(objective));
                }
            }
            for (Kpi kpi : world.kpis) {
                if (kpi.objective() != null && nodes.contains(kpi.objective())) {
                    agree(kpi.key(), score.outcome(kpi.key()), reading.of(kpi));
                }
            }
        }
    }

    private static void agree(String what, OutcomeBlock ours, SecondOutcome.Numbers theirs) {
        Description both = new TextDescription("%s: %s / %s", what, ours, theirs);
        same(both, ours.attainment(), theirs.attainment());
        same(both, ours.expected(), theirs.expected());
        same(both, ours.pace(), theirs.pace());
        assertThat(ours.health().name()).as(both).isEqualTo(theirs.health());
        assertThat(ours.coverage()).as(both).isCloseTo(Math.max(0, theirs.coverage()), within(1e-9));
        assertThat(ours.unattested()).as(both).isEqualTo(theirs.unattested().size());
        assertThat(ours.stale()).as(both).isEqualTo(theirs.stale().size());
    }

    private static void same(Description both, Double ours, Double theirs) {
        if (theirs == null) {
            assertThat(ours).as(both).isNull();
        } else {
            assertThat(ours).as(both).isCloseTo(theirs, within(1e-9));
        }
    }
}

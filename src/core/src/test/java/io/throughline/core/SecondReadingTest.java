package io.throughline.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.throughline.core.alignment.Serving;
import io.throughline.core.delivery.DeliveryBlock;
import io.throughline.core.scorecard.PlanScore;
import io.throughline.core.scorecard.Scoring;
import io.throughline.core.strategy.Objective;
import io.throughline.core.strategy.Plan;
import io.throughline.core.strategy.PlanOutline;
import io.throughline.core.strategy.Theme;
import io.throughline.core.strategy.WorkLink;
import io.throughline.core.work.WorkItem;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.assertj.core.description.Description;
import org.assertj.core.description.TextDescription;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The engine and a naive second reading of the design agree on every number of every node, link and item. */
@Tag("slow")
class SecondReadingTest {
    static LongStream seeds() {
        return LongStream.rangeClosed(1, Long.getLong("worlds", 200));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theEngineAgreesWithASecondReading(long seed) {
        World world = RandomWorld.of(seed);
        Scoring scoring = world.scoring();

        for (Plan plan : world.plans) {
            SecondReading reading = new SecondReading(world, plan);
            PlanScore score = scoring.plan(plan.key());
            for (WorkItem item : world.items.values()) {
                Set<Long> links = scoring.servings(plan.key(), item.id()).stream()
                        .map(Serving::link)
                        .collect(Collectors.toSet());
                assertThat(links).as("%s %s", plan.key(), item).isEqualTo(reading.holds(item, plan.key()));
            }
            agree(plan.key(), score.delivery(plan.key()), reading.ofPlan());
            for (Theme theme : world.themes) {
                if (theme.plan().equals(plan.key())) {
                    agree(theme.key(), score.delivery(theme.key()), reading.of(theme));
                }
            }
            objectives(world, plan, score, reading);
        }
    }

    private static void objectives(World world, Plan plan, PlanScore score, SecondReading reading) {
        Set<String> nodes = new HashSet<>();
        PlanOutline.of(world.model(), plan.key()).orElseThrow().nodes().forEach(node -> nodes.add(node.key()));
        for (Objective objective : world.objectives) {
            if (!nodes.contains(objective.key())) {
                continue;
            }
            if (!world.achieved.containsKey(objective.key())) {
                agree(objective.key(), score.delivery(objective.key()), reading.of(objective));
            }
            for (WorkLink link : world.links) {
                if (link.objective().equals(objective.key())) {
                    agree("link " + link.id(), score.delivery(link.id()), reading.of(link));
                }
            }
        }
    }

    private static void agree(String what, DeliveryBlock ours, SecondReading.Numbers theirs) {
        Description both = new TextDescription("%s: %s / %s", what, ours, theirs);
        assertThat(ours.total()).as(both).isCloseTo(theirs.total(), within(1e-6));
        assertThat(ours.done()).as(both).isCloseTo(theirs.done(), within(1e-6));
        assertThat(ours.inProgress()).as(both).isCloseTo(theirs.inProgress(), within(1e-6));
        same(both, ours.progress(), theirs.progress());
        same(both, ours.expected(), theirs.expected());
        assertThat(ours.health().name()).as(both).isEqualTo(theirs.health());
        assertThat(ours.items()).as(both).isEqualTo(theirs.items());
        assertThat(ours.unsized()).as(both).isEqualTo(theirs.unsized());
        assertThat(ours.excluded()).as(both).isEqualTo(theirs.excluded());
    }

    private static void same(Description both, Double ours, Double theirs) {
        if (theirs == null) {
            assertThat(ours).as(both).isNull();
        } else {
            assertThat(ours).as(both).isCloseTo(theirs, within(1e-9));
        }
    }
}

package io.throughline.core.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.throughline.core.RandomWorld;
import io.throughline.core.World;
import io.throughline.core.scorecard.PlanScore;
import io.throughline.core.scorecard.Scoring;
import io.throughline.core.scorecard.Standing;
import io.throughline.core.strategy.ObjectiveState;
import io.throughline.core.strategy.Plan;
import io.throughline.core.strategy.PlanState;
import io.throughline.core.strategy.Scope;
import io.throughline.core.strategy.SizeMeasure;
import io.throughline.core.strategy.Thresholds;
import io.throughline.core.work.StatusCategory;
import io.throughline.core.work.WorkItem;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OpenWorkTest {
    private static WorkItem story(long id, long project, StatusCategory category, Double points, boolean archived) {
        return new WorkItem(
                id,
                "P" + project + "-" + id,
                project,
                "P" + project,
                "Story",
                false,
                0,
                category,
                null,
                points,
                null,
                World.THEN,
                null,
                archived,
                null);
    }

    private static World with(World world, WorkItem... items) {
        for (WorkItem item : items) {
            world.items.put(item.id(), item);
        }
        return world;
    }

    private static World points() {
        return new World()
                .plan("PLAN-1", SizeMeasure.STORY_POINTS, 2.0)
                .theme("TH-1", "PLAN-1")
                .objective("OBJ-1", "TH-1");
    }

    @Test
    void openWorkIsAlignedOrOrphanAndDoneOrArchivedWorkIsNeither() {
        World world = with(
                points().linkIssue("OBJ-1", 1).linkIssue("OBJ-1", 4),
                story(1, 1, StatusCategory.IN_PROGRESS, 3.0, false),
                story(2, 1, StatusCategory.TO_DO, null, false),
                story(3, 1, StatusCategory.DONE, 50.0, false),
                story(4, 1, StatusCategory.TO_DO, 50.0, true),
                story(5, 2, StatusCategory.TO_DO, 0.5, false));

        OpenWork open = world.scoring().openWork("PLAN-1", at -> false);

        assertThat(open.total()).isEqualTo(new Coverage(5.5, 3, 2.5, 0));
        assertThat(open.byProject())
                .containsEntry("P1", new Coverage(5, 3, 2, 0))
                .containsEntry("P2", new Coverage(0.5, 0, 0.5, 0))
                .hasSize(2);
    }

    @Test
    void alignedWinsOverExemptAndExemptOverOrphan() {
        World world = with(
                points().linkIssue("OBJ-1", 1),
                story(1, 1, StatusCategory.TO_DO, 3.0, false),
                story(2, 1, StatusCategory.TO_DO, 5.0, false));

        assertThat(world.scoring().openWork("PLAN-1", at -> true).total()).isEqualTo(new Coverage(8, 3, 0, 5));
    }

    @Test
    void whatOnlyAnAchievedObjectiveHoldsIsOrphanWhileItIsOpen() {
        World world = new World().plan("PLAN-1").theme("TH-1", "PLAN-1");
        world.objective("OBJ-1", "TH-1", 1, ObjectiveState.ACHIEVED).linkIssue("OBJ-1", 1);
        with(world, story(1, 1, StatusCategory.TO_DO, null, false));

        assertThat(world.scoring().openWork("PLAN-1", at -> false).total()).isEqualTo(new Coverage(1, 0, 1, 0));
    }

    @Test
    void aPlanWithAScopeLooksOnlyThere() {
        World world = with(
                World.small().linkProject("OBJ-1", 1),
                story(1, 1, StatusCategory.TO_DO, null, false),
                story(2, 2, StatusCategory.TO_DO, null, false));
        Plan plan = world.plans.get(0);
        world.plans.set(
                0,
                new Plan(
                        "PLAN-1",
                        "P",
                        null,
                        null,
                        plan.start(),
                        plan.end(),
                        PlanState.ACTIVE,
                        null,
                        SizeMeasure.COUNT,
                        null,
                        Thresholds.DEFAULT,
                        new Scope(List.of("P2")),
                        1));

        assertThat(world.scoring().openWork("PLAN-1", at -> false).total()).isEqualTo(new Coverage(1, 0, 1, 0));
    }

    static LongStream seeds() {
        return LongStream.rangeClosed(500, 560);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void thePartsAlwaysAddUp(long seed) {
        World world = RandomWorld.of(seed);
        Scoring scoring = world.scoring();

        for (Plan plan : world.plans) {
            OpenWork open = scoring.openWork(plan.key(), at -> at % 3 == 0);
            Coverage all = open.total();
            assertThat(all.aligned() + all.orphan() + all.exempt()).isCloseTo(all.total(), within(1e-6));
            assertThat(open.byProject().values().stream()
                            .mapToDouble(Coverage::total)
                            .sum())
                    .isCloseTo(all.total(), within(1e-6));
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void coverageAgreesWithTheStandingOfEachItem(long seed) {
        World world = RandomWorld.of(seed);
        world.plans.removeIf(plan -> plan.state() != PlanState.ACTIVE);
        if (world.plans.size() != 1) {
            return; // with one plan in force an item's standing is its standing in that plan
        }
        Scoring scoring = world.scoring();
        Plan plan = world.plans.get(0);
        OpenWork open = scoring.openWork(plan.key(), at -> false);
        PlanScore score = scoring.plan(plan.key());

        boolean anyAligned = world.items.values().stream()
                .filter(item -> item.statusCategory() != StatusCategory.DONE && !item.archived())
                .anyMatch(item -> scoring.standing(item.id()).orElseThrow() == Standing.ALIGNED);
        assertThat(open.total().aligned() == 0 || anyAligned).as(score.plan()).isTrue();
    }
}

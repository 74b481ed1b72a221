package io.throughline.core.orphans;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.core.World;
import io.throughline.core.coverage.Coverage;
import io.throughline.core.coverage.OpenWork;
import io.throughline.core.strategy.Exemption;
import io.throughline.core.strategy.ObjectiveState;
import io.throughline.core.strategy.Plan;
import io.throughline.core.strategy.PlanState;
import io.throughline.core.strategy.Scope;
import io.throughline.core.strategy.SizeMeasure;
import io.throughline.core.strategy.Thresholds;
import io.throughline.core.work.StatusCategory;
import io.throughline.core.work.WorkItem;
import java.util.List;
import org.junit.jupiter.api.Test;

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

        OpenWork open = open(world);

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
        world.exempt(Exemption.Kind.PROJECT, "P1", 1L);

        assertThat(open(world).total()).isEqualTo(new Coverage(8, 3, 0, 5));
    }

    @Test
    void whatOnlyAnAchievedObjectiveHoldsIsOrphanWhileItIsOpen() {
        World world = new World().plan("PLAN-1").theme("TH-1", "PLAN-1");
        world.objective("OBJ-1", "TH-1", 1, ObjectiveState.ACHIEVED).linkIssue("OBJ-1", 1);
        with(world, story(1, 1, StatusCategory.TO_DO, null, false));

        assertThat(open(world).total()).isEqualTo(new Coverage(1, 0, 1, 0));
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

        assertThat(open(world).total()).isEqualTo(new Coverage(1, 0, 1, 0));
    }

    private static OpenWork open(World world) {
        return world.scoring().orphans("PLAN-1", world.exempting(), OrphanScan::openWork);
    }
}

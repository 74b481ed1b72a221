package io.throughline.core.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.throughline.core.World;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class StrategyModelTest {
    private static World company() {
        return new World()
                .plan("PLAN-1")
                .plan("PLAN-2")
                .plan("PLAN-10")
                .theme("TH-2", "PLAN-1")
                .theme("TH-1", "PLAN-1")
                .theme("TH-3", "PLAN-2")
                .objective("OBJ-1", "TH-1")
                .objective("OBJ-2", "OBJ-1")
                .objective("OBJ-3", "OBJ-2")
                .objective("OBJ-4", "TH-2")
                .objective("OBJ-9", "TH-3")
                .linkIssue("OBJ-1", 1)
                .linkProject("OBJ-2", 2)
                .linkIssue("OBJ-1", 3);
    }

    @Test
    void everythingIsFoundByKeyAndInOrder() {
        StrategyModel model = company().shuffled(5).model();

        assertThat(model.plans()).extracting(Plan::key).containsExactly("PLAN-1", "PLAN-2", "PLAN-10");
        assertThat(model.themes()).hasSize(3);
        assertThat(model.objectives()).hasSize(5);
        assertThat(model.links()).extracting(WorkLink::id).containsExactly(1L, 2L, 3L);
        assertThat(model.themesOf("PLAN-1")).extracting(Theme::key).containsExactly("TH-2", "TH-1");
        assertThat(model.themesOf("PLAN-10")).isEmpty();
        assertThat(model.objectivesOf("TH-1")).extracting(Objective::key).containsExactly("OBJ-1");
        assertThat(model.subObjectivesOf("OBJ-1")).extracting(Objective::key).containsExactly("OBJ-2");
        assertThat(model.linksOf("OBJ-1")).extracting(WorkLink::id).containsExactly(1L, 3L);
        assertThat(model.linksOf("OBJ-3")).isEmpty();
        assertThat(model.objectivesIn("PLAN-1"))
                .extracting(Objective::key)
                .containsExactly("OBJ-4", "OBJ-1", "OBJ-2", "OBJ-3");
        assertThat(model.plan("PLAN-2")).isPresent();
        assertThat(model.plan("PLAN-3")).isEmpty();
        assertThat(model.theme("TH-1")).isPresent();
        assertThat(model.objective("OBJ-1")).isPresent();
        assertThat(model.link(2)).map(WorkLink::objective).contains("OBJ-2");
        assertThat(model.link(99)).isEmpty();
        assertThat(model.version()).isEqualTo(1);
        assertThat(model.toString()).contains("v1", "objectives=5");
    }

    @Test
    void positionComesBeforeKeyAndNumbersAreNumbers() {
        World world = new World().plan("PLAN-1").theme("TH-1", "PLAN-1");
        for (String key : List.of("OBJ-10", "OBJ-9", "OBJ-2")) {
            world.objectives.add(new Objective(
                    key,
                    "TH-1",
                    null,
                    key,
                    null,
                    null,
                    Perspective.PROCESS,
                    1,
                    null,
                    null,
                    ObjectiveState.ACTIVE,
                    0,
                    1));
        }
        world.objectives.add(new Objective(
                "OBJ-99",
                "TH-1",
                null,
                "",
                null,
                null,
                Perspective.PROCESS,
                1,
                null,
                null,
                ObjectiveState.ACTIVE,
                -1,
                1));

        assertThat(world.model().objectivesOf("TH-1"))
                .extracting(Objective::key)
                .containsExactly("OBJ-99", "OBJ-2", "OBJ-9", "OBJ-10");
    }

    @Test
    void everyNodeKnowsItsPlanAndTheme() {
        StrategyModel model = company().model();

        assertThat(model.planOf("PLAN-1")).map(Plan::key).contains("PLAN-1");
        assertThat(model.planOf("TH-3")).map(Plan::key).contains("PLAN-2");
        assertThat(model.planOf("OBJ-3")).map(Plan::key).contains("PLAN-1");
        assertThat(model.planOf("OBJ-9")).map(Plan::key).contains("PLAN-2");
        assertThat(model.planOf("OBJ-99")).isEmpty();
        assertThat(model.themeOf("OBJ-3")).map(Theme::key).contains("TH-1");
        assertThat(model.themeOf("TH-1")).isEmpty();
    }

    @Test
    void whatHasNoParentIsInNoPlanButIsFound() {
        World world = company()
                .objective("OBJ-50", "OBJ-404")
                .theme("TH-50", "PLAN-404")
                .objective("OBJ-51", "TH-50");
        StrategyModel model = world.model();

        assertThat(model.objective("OBJ-50")).isPresent();
        assertThat(model.planOf("OBJ-50")).isEmpty();
        assertThat(model.planOf("OBJ-51")).isEmpty();
        assertThat(model.startOf("OBJ-50")).isEmpty();
    }

    @Test
    void aRingOfParentsIsInNoPlanAndHangsNobody() {
        World world = company()
                .objective("OBJ-60", "OBJ-61")
                .objective("OBJ-61", "OBJ-60")
                .contribution("OBJ-60", "OBJ-1", 1);
        StrategyModel model = world.model();

        assertThat(model.planOf("OBJ-60")).isEmpty();
        assertThat(model.startOf("OBJ-60")).isEmpty();
        assertThat(model.dueOf("OBJ-61")).isEmpty();
        assertThat(model.objectivesIn("PLAN-1")).hasSize(4);
    }

    @Test
    void datesComeFromTheNearestAboveThatHasThem() {
        LocalDate start = LocalDate.parse("2026-02-01");
        LocalDate due = LocalDate.parse("2026-05-01");
        World world = company()
                .objective("OBJ-70", "TH-1", 1, ObjectiveState.ACTIVE, start, null)
                .objective("OBJ-71", "OBJ-70", 1, ObjectiveState.ACTIVE, null, due)
                .objective("OBJ-72", "OBJ-71", 1, ObjectiveState.ACTIVE, null, null);
        StrategyModel model = world.model();

        assertThat(model.startOf("OBJ-72")).contains(start);
        assertThat(model.dueOf("OBJ-72")).contains(due);
        assertThat(model.dueOf("OBJ-70")).contains(World.END);
        assertThat(model.startOf("OBJ-1")).contains(World.START);
        assertThat(model.startOf("OBJ-404")).isEmpty();
    }

    @Test
    void contributionsAreFoundFromBothEnds() {
        StrategyModel model = company()
                .contribution("OBJ-9", "OBJ-1", 2)
                .contribution("OBJ-9", "OBJ-4", 1)
                .model();

        assertThat(model.contributions()).hasSize(2);
        assertThat(model.contribution(1)).map(Contribution::to).contains("OBJ-1");
        assertThat(model.contributionsTo("OBJ-1"))
                .extracting(Contribution::from)
                .containsExactly("OBJ-9");
        assertThat(model.contributionsFrom("OBJ-9"))
                .extracting(Contribution::to)
                .containsExactly("OBJ-1", "OBJ-4");
        assertThat(model.contributionsFrom("OBJ-1")).isEmpty();
        assertThat(model.brokenContributions()).isEmpty();
    }

    @Test
    void aRingNamesItsPath() {
        StrategyModel model = company().contribution("OBJ-1", "OBJ-9", 1).model();

        assertThat(model.ring("OBJ-9", "OBJ-3")).contains(List.of("OBJ-9", "OBJ-1", "OBJ-2", "OBJ-3", "OBJ-9"));
        assertThat(model.ring("OBJ-1", "OBJ-1")).contains(List.of("OBJ-1", "OBJ-1"));
        assertThat(model.ring("OBJ-3", "OBJ-9")).isEmpty();
        assertThat(model.ring("OBJ-4", "OBJ-1")).isEmpty();
    }

    @Test
    void aContributionThatClosesARingOrMissesAnEndIsLeftOut() {
        World world = company()
                .contribution("OBJ-1", "OBJ-9", 1)
                .contribution("OBJ-9", "OBJ-2", 1)
                .contribution("OBJ-404", "OBJ-1", 1)
                .contribution("OBJ-1", "OBJ-404", 1);

        for (StrategyModel model : List.of(world.model(), world.shuffled(3).model())) {
            assertThat(model.brokenContributions()).extracting(Contribution::id).containsExactly(2L, 3L, 4L);
            assertThat(model.contributionsTo("OBJ-2")).isEmpty();
        }
    }

    @Test
    void theOutlineHasEachNodeAfterItsChildrenAndOnlyWhatTakesPartBelowOthers() {
        World world = company()
                .objective("OBJ-80", "OBJ-1", 5, ObjectiveState.DRAFT)
                .objective("OBJ-81", "OBJ-80")
                .objective("OBJ-82", "TH-1", 1, ObjectiveState.ABANDONED)
                .contribution("OBJ-9", "OBJ-1", 7)
                .contribution("OBJ-9", "OBJ-1", 8)
                .contribution("OBJ-3", "OBJ-2", 9);
        PlanOutline outline = PlanOutline.of(world.model(), "PLAN-1").orElseThrow();

        assertThat(outline.nodes())
                .extracting(PlanOutline.Node::key)
                .containsExactly(
                        "OBJ-4", "TH-2", "OBJ-3", "OBJ-2", "OBJ-9", "OBJ-1", "TH-1", "PLAN-1", "OBJ-81", "OBJ-80",
                        "OBJ-82");
        assertThat(outline.nodes().get(outline.number("OBJ-1").orElseThrow()).children())
                .containsExactly(new PlanOutline.Edge("OBJ-2", 1, false), new PlanOutline.Edge("OBJ-9", 7, true));
        assertThat(outline.nodes().get(outline.number("OBJ-2").orElseThrow()).children())
                .containsExactly(new PlanOutline.Edge("OBJ-3", 1, false));
        assertThat(outline.number("OBJ-404")).isEmpty();
        assertThat(PlanOutline.of(world.model(), "PLAN-404")).isEmpty();
    }

    @Test
    void anEmptyModelAnswersEverythingWithNothing() {
        StrategyModel model = StrategyModel.empty();

        assertThat(model.version()).isZero();
        assertThat(model.plans()).isEmpty();
        assertThat(model.themesOf("PLAN-1")).isEmpty();
        assertThat(model.kpis()).isEmpty();
        assertThat(model.causes()).isEmpty();
        assertThat(model.actualsOf("KPI-1")).isEmpty();
        assertThat(model.ring("OBJ-1", "OBJ-2")).isEmpty();
    }

    @Test
    void causesAreKept() {
        Cause cause = new Cause(1, "OBJ-1", "OBJ-2", 1);

        assertThat(StrategyModel.builder(1).causes(List.of(cause)).build().causes())
                .containsExactly(cause);
    }

    @Test
    void theSameKeyTwiceIsRefused() {
        World world = company().plan("PLAN-1");

        assertThatThrownBy(world::model)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("twice: PLAN-1");
    }
}

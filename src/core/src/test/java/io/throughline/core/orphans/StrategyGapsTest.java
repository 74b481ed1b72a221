package io.throughline.core.orphans;

import static io.throughline.core.work.StatusCategory.DONE;
import static io.throughline.core.work.StatusCategory.TO_DO;
import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.core.World;
import io.throughline.core.strategy.ObjectiveState;
import io.throughline.core.strategy.PlanState;
import io.throughline.core.strategy.SizeMeasure;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StrategyGapsTest {
    private static List<String> gaps(World world, String plan, OrphanKind kind) {
        return world.scoring().gaps(plan, link -> link.id() == 2, "pmo"::equals).stream()
                .filter(gap -> gap.kind() == kind)
                .map(StrategyGap::ref)
                .toList();
    }

    @Test
    void anObjectiveIsSupportedByLiveWorkItselfOrBelowDoneOrNot() {
        World world = World.small()
                .objective("OBJ-2", "OBJ-1")
                .objective("OBJ-3", "TH-1")
                .objective("OBJ-4", "TH-1", 1, ObjectiveState.DRAFT)
                .linkIssue("OBJ-2", 1)
                .linkIssue("OBJ-3", 2)
                .story(1, 0, DONE)
                .put(World.item(2, "Story", 0, DONE).resolution("Won't Do"));

        assertThat(gaps(world, "PLAN-1", OrphanKind.UNSUPPORTED_OBJECTIVE)).containsExactly("OBJ-3");
    }

    @Test
    void anObjectiveIsMeasuredByAKpiItselfOrBelow() {
        World world = World.small()
                .objective("OBJ-2", "OBJ-1")
                .objective("OBJ-3", "TH-1")
                .kpi("KPI-1", "OBJ-2");

        assertThat(gaps(world, "PLAN-1", OrphanKind.UNMEASURED_OBJECTIVE)).containsExactly("OBJ-3");
    }

    @Test
    void aKpiWhoseObjectiveIsMissingOrAbandonedIsOrphan() {
        World world = World.small()
                .objective("OBJ-2", "TH-1", 1, ObjectiveState.ABANDONED)
                .kpi("KPI-1", "OBJ-1")
                .kpi("KPI-2", "OBJ-2")
                .kpi("KPI-3", null)
                .kpi("KPI-4", "OBJ-99");

        assertThat(gaps(world, null, OrphanKind.ORPHAN_KPI)).containsExactly("KPI-2", "KPI-3", "KPI-4");
        assertThat(gaps(world, "PLAN-1", OrphanKind.ORPHAN_KPI)).containsExactly("KPI-2");
    }

    @ParameterizedTest
    @CsvSource({"2026-07-15, 0", "2026-07-16, 1"})
    void aMonthlyKpiIsStaleMoreThan45DaysAfterItsNewestPeriod(LocalDate today, int stale) {
        World world = World.small().kpi("KPI-1", "OBJ-1").kpi("KPI-2", "OBJ-1").actual("KPI-1", "2026-05-31", 5);
        world.today = today;

        assertThat(gaps(world, "PLAN-1", OrphanKind.STALE_KPI)).hasSize(stale);
    }

    @Test
    void aLinkWhoseTargetIsGoneIsDead() {
        World world = World.small().linkIssue("OBJ-1", 1).linkIssue("OBJ-1", 2).story(1, 0, TO_DO);

        assertThat(gaps(world, "PLAN-1", OrphanKind.DEAD_LINK)).containsExactly("2");
    }

    @Test
    void everyThemeObjectiveAndKpiWantsAnActiveOwner() {
        World world = World.small().kpi("KPI-1", "OBJ-1");

        assertThat(gaps(world, "PLAN-1", OrphanKind.UNOWNED)).containsExactly("TH-1", "OBJ-1", "KPI-1");
    }

    @Test
    void withoutAPlanOnlyWhatIsInForceIsAsked() {
        World world = World.small()
                .plan("PLAN-2", PlanState.DRAFT, SizeMeasure.COUNT, null)
                .theme("TH-2", "PLAN-2")
                .objective("OBJ-2", "TH-2");

        assertThat(gaps(world, null, OrphanKind.UNMEASURED_OBJECTIVE)).containsExactly("OBJ-1");
        assertThat(gaps(world, "PLAN-2", OrphanKind.UNMEASURED_OBJECTIVE)).containsExactly("OBJ-2");
    }
}

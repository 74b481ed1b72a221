package io.throughline.core.measures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.throughline.core.World;
import io.throughline.core.delivery.DeliveryBlock;
import io.throughline.core.delivery.DeliveryHealth;
import io.throughline.core.strategy.Attestation;
import io.throughline.core.strategy.Kpi;
import io.throughline.core.strategy.ObjectiveState;
import io.throughline.core.strategy.PlanState;
import io.throughline.core.strategy.SizeMeasure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PlanOutcomeTest {
    /** What the line 0 to 100 over 2026 expects on 30 June. */
    private static final double HALF = 180 / 364.0;

    private static OutcomeBlock block(World world, String key) {
        return world.scoring().plan("PLAN-1").outcome(key);
    }

    private static PlanOutcome outcomes(World world) {
        return world.scoring().plan("PLAN-1").outcomes();
    }

    /** An actual for 30 June that makes this pace. */
    private static World pace(World world, String kpi, double pace) {
        return world.actual(kpi, "2026-06-30", 100 * HALF * pace);
    }

    @Test
    void anObjectiveIsTheMeanOfItsKpisByWeight() {
        World world = World.small().kpi("KPI-1", "OBJ-1", 1, false).kpi("KPI-2", "OBJ-1", 3, false);
        pace(world, "KPI-1", 1);
        pace(world, "KPI-2", 0.6);

        OutcomeBlock block = block(world, "OBJ-1");

        assertThat(block.pace()).isCloseTo(0.7, within(1e-12));
        assertThat(block.attainment()).isCloseTo(0.7 * HALF, within(1e-12));
        assertThat(block.expected()).isCloseTo(HALF, within(1e-12));
        assertThat(block.health()).isEqualTo(OutcomeHealth.AMBER);
        assertThat(block.coverage()).isEqualTo(1);
        assertThat(outcomes(world).shares("OBJ-1"))
                .extracting(OutcomeShare::ref)
                .containsExactly("KPI-1", "KPI-2");
    }

    @Test
    void noOverAchieverHidesAFailureAndNoDisasterEatsTheRest() {
        World world = World.small().kpi("KPI-1", "OBJ-1").kpi("KPI-2", "OBJ-1");
        world.actual("KPI-1", "2026-06-30", 180).actual("KPI-2", "2026-06-30", -500);

        OutcomeBlock block = block(world, "OBJ-1");

        assertThat(block.attainment()).isEqualTo(0.5);
        assertThat(block.pace()).isEqualTo(0.5);
        assertThat(block(world, "KPI-1").attainment()).isEqualTo(1.8);
        assertThat(block(world, "KPI-2").attainment()).isEqualTo(-5);
        assertThat(block(world, "KPI-2").pace()).isEqualTo(-5 / HALF);
    }

    @Test
    void subObjectivesAndContributionsWeighBesideKpis() {
        World world = World.small()
                .objective("OBJ-2", "OBJ-1", 2, ObjectiveState.ACTIVE)
                .plan("PLAN-2")
                .theme("TH-2", "PLAN-2")
                .objective("OBJ-9", "TH-2", 50, ObjectiveState.ACTIVE)
                .contribution("OBJ-9", "OBJ-1", 5)
                .kpi("KPI-1", "OBJ-1", 1, false)
                .kpi("KPI-2", "OBJ-2")
                .kpi("KPI-9", "OBJ-9");
        pace(world, "KPI-1", 1);
        pace(world, "KPI-2", 0.5);
        pace(world, "KPI-9", 0.2);

        assertThat(block(world, "OBJ-1").pace()).isCloseTo((1 * 1 + 2 * 0.5 + 5 * 0.2) / 8, within(1e-12));
        assertThat(block(world, "TH-1").pace()).isCloseTo(3 / 8.0, within(1e-12));
        assertThat(block(world, "PLAN-1").pace()).isCloseTo(3 / 8.0, within(1e-12));
        assertThat(outcomes(world).kpisBelow("PLAN-1")).isEqualTo(3);
        assertThat(outcomes(world).kpisBelow("OBJ-2")).isEqualTo(1);
        assertThat(outcomes(world).kpisBelow("OBJ-404")).isZero();
    }

    @Test
    void whatHasNoDataIsLeftOutOfTheMeanAndOutOfTheCoverage() {
        World world = World.small()
                .objective("OBJ-2", "OBJ-1", 10, ObjectiveState.ACTIVE)
                .kpi("KPI-1", "OBJ-1", 3, false)
                .kpi("KPI-2", "OBJ-1", 2, false);
        pace(world, "KPI-1", 0.8);

        OutcomeBlock block = block(world, "OBJ-1");

        assertThat(block.pace()).isCloseTo(0.8, within(1e-12));
        assertThat(block.coverage()).isEqualTo(0.6);
        assertThat(block.health()).isEqualTo(OutcomeHealth.AMBER);
        assertThat(block(world, "OBJ-2")).isEqualTo(new OutcomeBlock(null, null, null, OutcomeHealth.UNKNOWN, 0, 0, 0));
    }

    @ParameterizedTest
    @CsvSource({"1, 1, 0.5, GREEN", "1, 1.1, 0.476190, UNKNOWN", "2, 1, 0.666667, GREEN"})
    void belowHalfCoverageHealthIsUnknownAndTheNumbersStay(
            double withData, double without, double coverage, OutcomeHealth health) {
        World world = World.small().kpi("KPI-1", "OBJ-1", withData, false).kpi("KPI-2", "OBJ-1", without, false);
        pace(world, "KPI-1", 1);

        OutcomeBlock block = block(world, "OBJ-1");

        assertThat(block.coverage()).isCloseTo(coverage, within(1e-6));
        assertThat(block.health()).isEqualTo(health);
        assertThat(block.pace()).isEqualTo(1);
        assertThat(block.attainment()).isEqualTo(HALF);
    }

    @Test
    void coverageIsTheMeanOfTheChildrensAndLeavesOutThoseWithoutKpis() {
        World world = World.small()
                .objective("OBJ-2", "TH-1", 3, ObjectiveState.ACTIVE)
                .objective("OBJ-3", "TH-1", 9, ObjectiveState.ACTIVE)
                .kpi("KPI-1", "OBJ-1", 1, false)
                .kpi("KPI-2", "OBJ-1", 3, false)
                .kpi("KPI-3", "OBJ-2");
        pace(world, "KPI-1", 1);
        pace(world, "KPI-3", 1);

        assertThat(block(world, "OBJ-1").coverage()).isEqualTo(0.25);
        assertThat(block(world, "TH-1").coverage()).isEqualTo((0.25 + 3) / 4);
        assertThat(block(world, "OBJ-3").coverage()).isZero();
    }

    @Test
    void aStaleKpiKeepsItsValueCountsAsNoDataAndCapsNothing() {
        World world = World.small().kpi("KPI-1", "OBJ-1", 1, true).kpi("KPI-2", "OBJ-1", 1, false);
        world.actual("KPI-1", "2026-03-31", 0);
        pace(world, "KPI-2", 1);

        OutcomeBlock block = block(world, "OBJ-1");

        assertThat(block(world, "KPI-1").attainment()).isZero();
        assertThat(block.pace()).isEqualTo(1);
        assertThat(block.health()).isEqualTo(OutcomeHealth.GREEN);
        assertThat(block.coverage()).isEqualTo(0.5);
        assertThat(block.stale()).isEqualTo(1);
        assertThat(block(world, "PLAN-1").stale()).isEqualTo(1);
    }

    @Test
    void aClosedPlanHasNoStaleKpis() {
        World world = new World()
                .plan("PLAN-1", PlanState.CLOSED, SizeMeasure.COUNT, null)
                .theme("TH-1", "PLAN-1")
                .objective("OBJ-1", "TH-1")
                .kpi("KPI-1", "OBJ-1")
                .actual("KPI-1", "2026-01-31", 8);

        assertThat(block(world, "OBJ-1").stale()).isZero();
        assertThat(block(world, "OBJ-1").coverage()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        // weight and pace of the critical KPI beside one at pace 1, health
        "1, 0.69, AMBER",
        "1, 0.71, AMBER",
        "0.1, 0.69, AMBER",
        "0.1, 0.71, GREEN",
        "10, 0.2, RED"
    })
    void aCriticalKpiThatIsRedCapsItsObjectiveAtAmber(double weight, double pace, OutcomeHealth health) {
        World world = World.small().kpi("KPI-1", "OBJ-1", weight, true).kpi("KPI-2", "OBJ-1", 1, false);
        pace(world, "KPI-1", pace);
        pace(world, "KPI-2", 1);

        assertThat(block(world, "OBJ-1").health()).isEqualTo(health);
    }

    @Test
    void theCapStaysWithTheObjective() {
        World world = World.small().kpi("KPI-1", "OBJ-1", 0.1, true).kpi("KPI-2", "OBJ-1", 1, false);
        pace(world, "KPI-1", 0.5);
        pace(world, "KPI-2", 1);

        assertThat(block(world, "OBJ-1").health()).isEqualTo(OutcomeHealth.AMBER);
        assertThat(block(world, "TH-1").health()).isEqualTo(OutcomeHealth.GREEN);
    }

    @Test
    void nothingIsExpectedInGraceNorWhereNothingIsAttained() {
        World world = World.small()
                .objective("OBJ-2", "TH-1")
                .objective("OBJ-3", "TH-1")
                .kpi("KPI-1", "OBJ-1")
                .kpi("KPI-2", "OBJ-2")
                .kpi("KPI-3", "OBJ-3");
        world.today = java.time.LocalDate.parse("2026-03-01");
        world.actual("KPI-1", "2026-01-31", 4)
                .actual("KPI-2", "2026-02-28", 0)
                .actual("KPI-3", "2026-02-28", 58 / 3.64);

        assertThat(block(world, "OBJ-1").pace()).isEqualTo(1);
        assertThat(block(world, "OBJ-1").expected()).isNull();
        assertThat(block(world, "OBJ-2").attainment()).isZero();
        assertThat(block(world, "OBJ-2").pace()).isZero();
        assertThat(block(world, "OBJ-2").expected()).isNull();
        assertThat(block(world, "OBJ-3").expected()).isCloseTo(58 / 364.0, within(1e-12));
        // one of three is out of grace and has something to show: the mean has an expectation
        assertThat(block(world, "TH-1").expected()).isNotNull();
        assertThat(block(world, "KPI-1").expected()).isCloseTo(30 / 364.0, within(1e-12));
    }

    @Test
    void aKpiWithoutDataDoesNotEndTheGraceOfTheOthers() {
        World world = World.small().kpi("KPI-1", "OBJ-1").kpi("KPI-2", "OBJ-1");
        world.today = java.time.LocalDate.parse("2026-02-01");
        world.actual("KPI-1", "2026-01-31", 4);

        assertThat(block(world, "OBJ-1").pace()).isEqualTo(1);
        assertThat(block(world, "OBJ-1").expected()).isNull();
    }

    @Test
    void anObjectiveAchievedWithoutAnyKpiIsLeftOutOfTheCoverageAbove() {
        World world = World.small()
                .objective("OBJ-2", "TH-1", 1, ObjectiveState.ACHIEVED)
                .objective("OBJ-3", "TH-1", 1, ObjectiveState.ACHIEVED)
                .kpi("KPI-1", "OBJ-1")
                .kpi("KPI-3", "OBJ-3");
        pace(world, "KPI-1", 1);
        DeliveryBlock delivery = new DeliveryBlock(9, 9, 0, 1.0, 0.5, 2.0, DeliveryHealth.DONE, 9, 0, 0);
        OutcomeBlock nothing = new OutcomeBlock(null, null, null, OutcomeHealth.UNKNOWN, 0, 0, 0);
        world.keep("OBJ-2", delivery, nothing);

        assertThat(block(world, "TH-1").coverage())
                .as("OBJ-2 without, OBJ-3 not kept")
                .isEqualTo(0.5);
        world.keep("OBJ-3", delivery, nothing);
        assertThat(block(world, "TH-1").coverage())
                .as("OBJ-3 has a KPI, and had no data")
                .isEqualTo(0.5);
    }

    @ParameterizedTest
    @EnumSource(
            value = ObjectiveState.class,
            names = {"DRAFT", "ABANDONED"})
    void draftAndAbandonedObjectivesAreInNoMeanAndNoCount(ObjectiveState state) {
        World world = World.small()
                .objective("OBJ-2", "TH-1", 1, state)
                .kpi("KPI-1", "OBJ-1")
                .kpi("KPI-2", "OBJ-2");
        pace(world, "KPI-1", 1);
        world.actual("KPI-2", "2026-01-31", 0);

        assertThat(block(world, "TH-1").pace()).isEqualTo(1);
        assertThat(block(world, "TH-1").stale()).isZero();
        assertThat(block(world, "TH-1").coverage()).isEqualTo(1);
        assertThat(block(world, "OBJ-2").stale()).isEqualTo(1);
        assertThat(outcomes(world).kpisBelow("TH-1")).isEqualTo(1);
    }

    @Test
    void anAchievedObjectiveKeepsItsOutcomeAndStaysInTheMeans() {
        World world = World.small()
                .objective("OBJ-2", "TH-1", 3, ObjectiveState.ACHIEVED)
                .kpi("KPI-1", "OBJ-1")
                .kpi("KPI-2", "OBJ-2");
        pace(world, "KPI-1", 0.6);
        world.actual("KPI-2", "2026-01-31", 0);
        DeliveryBlock delivery = new DeliveryBlock(9, 9, 0, 1.0, 0.5, 2.0, DeliveryHealth.DONE, 9, 0, 0);
        OutcomeBlock kept = new OutcomeBlock(1.0, 0.9, 1.0, OutcomeHealth.GREEN, 0.5, 1, 2);
        world.keep("OBJ-2", delivery, kept).keep("OBJ-1", delivery, kept);

        assertThat(block(world, "OBJ-2")).isEqualTo(kept);
        assertThat(block(world, "TH-1").pace()).isCloseTo((0.6 + 3) / 4, within(1e-12));
        assertThat(block(world, "TH-1").coverage()).isEqualTo((1 + 3 * 0.5) / 4);
        assertThat(block(world, "TH-1").unattested()).isEqualTo(1);
        assertThat(block(world, "TH-1").stale()).isEqualTo(2);
        assertThat(outcomes(world).isRising("OBJ-2")).isFalse();
    }

    @Test
    void unattestedActualsAreCountedOncePerKpi() {
        World world = World.small()
                .objective("OBJ-2", "OBJ-1")
                .objective("OBJ-3", "TH-1")
                .contribution("OBJ-2", "OBJ-3", 1);
        Kpi plain = World.kpiOf("KPI-1", "OBJ-2", 1, false);
        world.kpis.add(new Kpi(
                plain.key(),
                plain.objective(),
                plain.name(),
                null,
                null,
                plain.direction(),
                plain.baseline(),
                plain.target(),
                plain.milestones(),
                null,
                plain.frequency(),
                1,
                false,
                plain.indicator(),
                null,
                Attestation.OWNER,
                plain.source(),
                1));
        pace(world, "KPI-1", 1);

        assertThat(block(world, "OBJ-3").unattested()).isEqualTo(1);
        assertThat(block(world, "PLAN-1").unattested()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        // pace of May, pace of June, rising
        "0.5, 0.6, true",
        "0.6, 0.6, false",
        "0.7, 0.6, false",
        "1.5, 1.8, false"
    })
    void risingComparesWithThePaceWithoutTheNewestActuals(double may, double june, boolean rising) {
        World world = World.small().kpi("KPI-1", "OBJ-1");
        // the one of March would be stale by now: it is not asked, there is one of May
        world.actual("KPI-1", "2026-03-31", 0).actual("KPI-1", "2026-05-31", 100 * (150 / 364.0) * may);
        pace(world, "KPI-1", june);

        assertThat(outcomes(world).isRising("OBJ-1")).isEqualTo(rising);
        assertThat(outcomes(world).isRising("PLAN-1")).isEqualTo(rising);
    }

    @Test
    void aFirstActualDoesNotRiseAndNothingUnknownDoes() {
        World world = World.small().kpi("KPI-1", "OBJ-1");
        assertThat(outcomes(world).isRising("OBJ-1")).isFalse();
        assertThat(outcomes(world).isRising("OBJ-404")).isFalse();

        pace(world, "KPI-1", 0.8);

        assertThat(outcomes(world).isRising("OBJ-1")).isFalse();
    }

    @Test
    void aStaleKpiDoesNotRise() {
        World world = World.small().kpi("KPI-1", "OBJ-1").kpi("KPI-2", "OBJ-1");
        world.actual("KPI-1", "2026-02-28", 0).actual("KPI-1", "2026-03-31", 10);
        world.actual("KPI-2", "2026-05-31", 100 * (150 / 364.0) * 0.8);
        pace(world, "KPI-2", 0.8);

        assertThat(outcomes(world).isRising("OBJ-1")).isFalse();
    }

    @Test
    void whatIsNotInThePlanHasNoBlock() {
        PlanOutcome outcomes = outcomes(World.small().kpi("KPI-1", null));

        assertThat(outcomes.block("OBJ-404")).isEmpty();
        assertThat(outcomes.block("KPI-1")).isEmpty();
        assertThat(outcomes.kpi("KPI-1")).isEmpty();
        assertThat(outcomes.shares("OBJ-404")).isEmpty();
    }
}

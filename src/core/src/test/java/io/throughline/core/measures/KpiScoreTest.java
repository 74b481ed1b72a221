package io.throughline.core.measures;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.core.World;
import io.throughline.core.strategy.Actual;
import io.throughline.core.strategy.Attestation;
import io.throughline.core.strategy.Direction;
import io.throughline.core.strategy.Frequency;
import io.throughline.core.strategy.Kpi;
import io.throughline.core.strategy.Plan;
import io.throughline.core.strategy.PlanState;
import io.throughline.core.strategy.SizeMeasure;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KpiScoreTest {
    private static final Plan PLAN = plan(PlanState.ACTIVE);

    private static Plan plan(PlanState state) {
        return new World().plan("PLAN-1", state, SizeMeasure.COUNT, null).plans.get(0);
    }

    private static Kpi kpi(Frequency frequency, Attestation attestation) {
        return of(KpiLineTest.kpi(0, 100), frequency, attestation);
    }

    private static Kpi of(Kpi kpi, Frequency frequency, Attestation attestation) {
        return new Kpi(
                kpi.key(),
                kpi.objective(),
                kpi.name(),
                null,
                null,
                kpi.direction(),
                kpi.baseline(),
                kpi.target(),
                kpi.milestones(),
                kpi.band(),
                frequency,
                1,
                false,
                kpi.indicator(),
                null,
                attestation,
                kpi.source(),
                1);
    }

    private static List<Actual> actual(String period, double value) {
        return new World().actual("KPI-1", period, value).actuals;
    }

    private static LocalDate day(String date) {
        return LocalDate.parse(date);
    }

    @Test
    void aFreshActualIsJudgedByItsOwnPeriod() {
        KpiScore score = KpiScore.of(
                kpi(Frequency.MONTHLY, Attestation.NONE), actual("2026-06-30", 45), PLAN, day("2026-08-14"));

        assertThat(score.attainment()).isEqualTo(0.45);
        assertThat(score.expected()).isEqualTo(180 / 364.0);
        assertThat(score.pace()).isEqualTo(0.45 / (180 / 364.0));
        assertThat(score.health()).isEqualTo(OutcomeHealth.GREEN);
        assertThat(score.hasData()).isTrue();
        assertThat(score.inGrace()).isFalse();
        assertThat(score.block())
                .isEqualTo(new OutcomeBlock(
                        score.attainment(), score.expected(), score.pace(), OutcomeHealth.GREEN, 1, 0, 0));
    }

    @Test
    void withoutAnActualNothingIsKnown() {
        KpiScore score = KpiScore.of(kpi(Frequency.MONTHLY, Attestation.OWNER), List.of(), PLAN, day("2026-07-02"));

        assertThat(score.block()).isEqualTo(new OutcomeBlock(null, null, null, OutcomeHealth.UNKNOWN, 0, 0, 0));
        assertThat(score.newest()).isNull();
        assertThat(score.stale()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "WEEKLY, 2026-05-31, 2026-06-10, false",
        "WEEKLY, 2026-05-31, 2026-06-11, true",
        "MONTHLY, 2026-05-31, 2026-07-15, false",
        "MONTHLY, 2026-05-31, 2026-07-16, true",
        "QUARTERLY, 2026-03-31, 2026-08-14, false",
        "QUARTERLY, 2026-03-31, 2026-08-15, true",
        "MONTHLY, 2026-12-31, 2028-01-01, false",
        "MONTHLY, 2026-11-30, 2028-01-01, true",
    })
    void anActualGoesStaleUnlessItCoversTheTargetDate(
            Frequency frequency, String period, LocalDate today, boolean stale) {
        KpiScore score = KpiScore.of(kpi(frequency, Attestation.NONE), actual(period, 100), PLAN, today);

        assertThat(score.stale()).isEqualTo(stale);
        assertThat(score.hasData()).isEqualTo(!stale);
        assertThat(score.attainment()).isEqualTo(1);
        assertThat(score.pace()).isGreaterThan(0.9);
        assertThat(score.health()).isEqualTo(stale ? OutcomeHealth.UNKNOWN : OutcomeHealth.GREEN);
        assertThat(score.block().coverage()).isEqualTo(stale ? 0 : 1);
        assertThat(score.block().stale()).isEqualTo(stale ? 1 : 0);
    }

    @Test
    void nothingIsStaleOrOwedInAClosedPlan() {
        KpiScore score = KpiScore.of(
                kpi(Frequency.MONTHLY, Attestation.NONE),
                actual("2026-05-31", 10),
                plan(PlanState.CLOSED),
                day("2027-07-01"));

        assertThat(score.stale()).isFalse();
        assertThat(score.overdueSince()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"2026-11-30, true", "2026-12-31, false"})
    void aBandIsOverAtThePlansEnd(String period, boolean stale) {
        Kpi band = KpiLineTest.band(40, 60, 10);

        assertThat(KpiScore.of(band, actual(period, 50), PLAN, day("2028-01-01"))
                        .stale())
                .isEqualTo(stale);
        assertThat(KpiScore.of(band, actual(period, 50), null, day("2028-01-01"))
                        .stale())
                .isTrue();
        assertThat(band.direction()).isEqualTo(Direction.MAINTAIN);
    }

    @ParameterizedTest
    @CsvSource({
        // newest period or none, today, overdue since
        ", 2026-01-31, ",
        ", 2026-02-01, 2026-02-01",
        ", 2026-07-02, 2026-02-01",
        "2026-05-31, 2026-06-30, ",
        "2026-05-31, 2026-07-01, 2026-07-01",
        "2026-05-31, 2026-09-09, 2026-07-01",
        "2026-12-31, 2027-09-09, ",
    })
    void anActualIsOwedFromTheDayAfterItsPeriod(String newest, LocalDate today, LocalDate overdue) {
        List<Actual> actuals = newest == null ? List.of() : actual(newest, 1);

        assertThat(KpiScore.of(kpi(Frequency.MONTHLY, Attestation.NONE), actuals, PLAN, today)
                        .overdueSince())
                .isEqualTo(overdue);
    }

    @Test
    void aBandOwesFromThePlansStartAndAnOrphanBandNothing() {
        Kpi band = KpiLineTest.band(40, 60, 10);

        assertThat(KpiScore.of(band, List.of(), PLAN, day("2026-02-01")).overdueSince())
                .isEqualTo("2026-02-01");
        assertThat(KpiScore.of(band, List.of(), PLAN, day("2026-01-31")).overdueSince())
                .isNull();
        assertThat(KpiScore.of(band, List.of(), null, day("2026-07-01")).overdueSince())
                .isNull();
    }

    @Test
    void anOrphanKpiIsJudgedToo() {
        KpiScore score = KpiScore.of(
                kpi(Frequency.MONTHLY, Attestation.NONE), actual("2026-06-30", 45), null, day("2026-07-02"));

        assertThat(score.health()).isEqualTo(OutcomeHealth.GREEN);
        assertThat(score.overdueSince()).isNull();
    }

    @Test
    void attestationIsAskedForOnlyWhereItIsRequired() {
        Actual attested =
                new Actual("KPI-1", day("2026-06-30"), 45, null, "pmo", World.THEN, "exec", World.THEN, "true", 1);

        for (Attestation required : Attestation.values()) {
            Kpi kpi = kpi(Frequency.MONTHLY, required);
            assertThat(KpiScore.of(kpi, actual("2026-06-30", 45), PLAN, day("2026-07-02"))
                            .unattested())
                    .isEqualTo(required == Attestation.OWNER);
            assertThat(KpiScore.of(kpi, List.of(attested), PLAN, day("2026-07-02"))
                            .unattested())
                    .isFalse();
        }
    }

    @Test
    void anUnattestedActualCountsAndIsCounted() {
        KpiScore score = KpiScore.of(
                kpi(Frequency.MONTHLY, Attestation.OWNER), actual("2026-06-30", 45), PLAN, day("2026-07-02"));

        assertThat(score.hasData()).isTrue();
        assertThat(score.block().unattested()).isEqualTo(1);
    }

    @Test
    void earlyActualsAreInGrace() {
        Kpi kpi = kpi(Frequency.MONTHLY, Attestation.NONE);

        assertThat(KpiScore.of(kpi, actual("2026-01-31", 0), PLAN, day("2026-02-01"))
                        .inGrace())
                .isTrue();
        assertThat(KpiScore.of(kpi, actual("2026-01-31", -1), PLAN, day("2026-02-01"))
                        .inGrace())
                .isFalse();
        assertThat(KpiScore.of(kpi, actual("2026-02-28", 0), PLAN, day("2026-03-01"))
                        .inGrace())
                .isFalse();
    }
}

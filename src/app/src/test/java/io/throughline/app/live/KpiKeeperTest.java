package io.throughline.app.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.app.MovableClock;
import io.throughline.app.live.LinkTargets.Problem;
import io.throughline.app.store.InMemoryKpiRuns;
import io.throughline.app.store.LoggedChange;
import io.throughline.core.strategy.Actual;
import io.throughline.core.strategy.Aggregate;
import io.throughline.core.strategy.Attestation;
import io.throughline.core.strategy.Direction;
import io.throughline.core.strategy.Frequency;
import io.throughline.core.strategy.Indicator;
import io.throughline.core.strategy.Kpi;
import io.throughline.core.strategy.KpiSource;
import io.throughline.core.strategy.Point;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** It is 2 March 2026. */
class KpiKeeperTest {
    private static final String JQL = "type = Incident";

    private final MovableClock clock = new MovableClock(SmallStrategy.THEN);
    private final SmallStrategy strategy = new SmallStrategy();
    private final InMemoryQueries jira = new InMemoryQueries().finds(JQL, 1, 2, 3);
    private final Map<Long, Double> points = new TreeMap<>(Map.of(1L, 5.0, 2L, 0.5));
    private final KpiKeeper keeper = new KpiKeeper(jira, new Points(), strategy.store, new InMemoryKpiRuns(), clock);

    private final class Points implements NumberSource {
        @Override
        public boolean isNumberField(String nameOrId) {
            return nameOrId.equals("Story Points");
        }

        @Override
        public double[] values(String nameOrId, long[] issues) {
            return LongStream.of(issues)
                    .filter(points::containsKey)
                    .mapToDouble(points::get)
                    .toArray();
        }
    }

    private Kpi kpi(Aggregate aggregate, String field) {
        return kpi(new KpiSource.Jql(JQL, aggregate, field, "pmo"));
    }

    private Kpi kpi(KpiSource source) {
        Kpi kpi = new Kpi(
                "KPI-1",
                "OBJ-1",
                "Incidents",
                null,
                null,
                Direction.DECREASE,
                new Point(LocalDate.parse("2026-01-01"), 100),
                new Point(LocalDate.parse("2026-12-31"), 0),
                List.of(),
                null,
                Frequency.MONTHLY,
                1,
                false,
                Indicator.LAGGING,
                null,
                Attestation.OWNER,
                source,
                1);
        return strategy.store.write("pmo", draft -> draft.put(kpi));
    }

    private List<String> values() {
        return strategy.store.model().actualsOf("KPI-1").stream()
                .map(each -> each.period() + " " + each.value() + " " + each.enteredBy())
                .toList();
    }

    private List<LoggedChange> log() {
        return strategy.store.changes("KPI-1/2026-03-31", 0, 10).rows();
    }

    @Test
    void aCountBecomesTheActualOfThePeriodThatRuns() {
        keeper.measure(kpi(Aggregate.COUNT, null));

        assertThat(values()).containsExactly("2026-03-31 3.0 pmo");
        assertThat(keeper.measured("KPI-1")).hasValue(new LinkTargets.Measured(SmallStrategy.THEN, 3, null));
    }

    @Test
    void sumsAndMeansGoOverTheIssuesThatHaveAValue() {
        keeper.measure(kpi(Aggregate.SUM, "Story Points"));
        assertThat(values()).containsExactly("2026-03-31 5.5 pmo");

        keeper.measure(kpi(Aggregate.AVG, "Story Points"));
        assertThat(values()).containsExactly("2026-03-31 2.75 pmo");

        points.clear();
        keeper.measure(kpi(Aggregate.SUM, "Story Points"));
        assertThat(values()).containsExactly("2026-03-31 0.0 pmo");
    }

    @Test
    void theSameValueAgainIsNoChangeAndAnotherOneIsLogged() {
        Kpi kpi = kpi(Aggregate.COUNT, null);
        keeper.measure(kpi);
        keeper.measure(kpi);
        assertThat(log()).hasSize(1);

        jira.finds(JQL, 1, 2);
        keeper.measure(kpi);

        assertThat(log()).hasSize(2);
        assertThat(values()).containsExactly("2026-03-31 2.0 pmo");
    }

    @Test
    void anotherValueTakesTheAttestationAwayAndTheSameOneDoesNot() {
        Kpi kpi = kpi(Aggregate.COUNT, null);
        keeper.measure(kpi);
        strategy.store.write(
                "pmo",
                draft -> draft.put(attested(draft.model().actualsOf("KPI-1").get(0))));

        keeper.measure(kpi);
        assertThat(strategy.store.model().actualsOf("KPI-1").get(0).isAttested())
                .isTrue();

        jira.finds(JQL, 1);
        keeper.measure(kpi);
        assertThat(strategy.store.model().actualsOf("KPI-1").get(0).isAttested())
                .isFalse();
    }

    private static Actual attested(Actual actual) {
        return new Actual(
                actual.kpi(),
                actual.period(),
                actual.value(),
                null,
                actual.enteredBy(),
                actual.enteredAt(),
                "pmo",
                SmallStrategy.THEN,
                "I vouch",
                1);
    }

    @Test
    void whatCannotBeHadChangesNothingAndSaysWhy() {
        keeper.measure(kpi(Aggregate.AVG, "Story Points"));
        points.clear();
        keeper.measure(kpi(Aggregate.AVG, "Story Points"));
        assertThat(keeper.measured("KPI-1").orElseThrow().problem()).isEqualTo(Problem.NO_VALUES);

        keeper.measure(kpi(Aggregate.AVG, "Gone"));
        assertThat(keeper.measured("KPI-1").orElseThrow().problem()).isEqualTo(Problem.NO_FIELD);

        keeper.measure(kpi(new KpiSource.Jql(JQL, Aggregate.COUNT, null, null)));
        assertThat(keeper.measured("KPI-1").orElseThrow().problem()).isEqualTo(Problem.UNREADABLE);

        jira.breaks(JQL);
        keeper.measure(kpi(Aggregate.COUNT, null));
        assertThat(keeper.measured("KPI-1").orElseThrow().problem()).isEqualTo(Problem.UNREADABLE);
        assertThat(values()).containsExactly("2026-03-31 2.75 pmo");
    }

    @Test
    void aSumOverTooManyIsNotMadeAndACountIs() {
        jira.finds(JQL, LongStream.rangeClosed(1, KpiKeeper.MOST_ISSUES + 1).toArray());

        keeper.measure(kpi(Aggregate.SUM, "Story Points"));
        assertThat(keeper.measured("KPI-1"))
                .hasValue(new LinkTargets.Measured(SmallStrategy.THEN, KpiKeeper.MOST_ISSUES + 1, Problem.TOO_MANY));
        assertThat(values()).isEmpty();

        keeper.measure(kpi(Aggregate.COUNT, null));
        assertThat(values()).containsExactly("2026-03-31 100001.0 pmo");
    }

    @Test
    void onceANightEachIsCountedAndAMissedNightIsMadeUpFor() {
        kpi(Aggregate.COUNT, null);
        keeper.catchUp();
        keeper.catchUp();
        assertThat(jira.wholeRuns).isEqualTo(1);

        keeper.measureAll();
        assertThat(jira.wholeRuns).isEqualTo(2);

        clock.forward(Duration.ofHours(26));
        keeper.catchUp();
        assertThat(jira.wholeRuns).isEqualTo(3);
    }

    @Test
    void aNewPeriodGetsAValueOfItsOwn() {
        Kpi kpi = kpi(Aggregate.COUNT, null);
        keeper.measure(kpi);

        clock.forward(Duration.ofDays(30));
        keeper.measure(kpi);

        assertThat(values()).containsExactly("2026-04-30 3.0 pmo", "2026-03-31 3.0 pmo");
    }

    @Test
    void inAClosedPlanNothingIsCounted() {
        Kpi kpi = kpi(Aggregate.COUNT, null);
        strategy.closePlan();

        keeper.measure(kpi);
        keeper.measureAll();

        assertThat(values()).isEmpty();
        assertThat(jira.wholeRuns).isZero();
    }

    @Test
    void aValueIsNotEnteredForAnotherQueryThanItWasCountedBy() {
        Kpi kpi = kpi(Aggregate.COUNT, null);
        jira.whileRunning = () -> kpi(new KpiSource.Manual());

        keeper.measure(kpi);

        assertThat(values()).isEmpty();
    }
}

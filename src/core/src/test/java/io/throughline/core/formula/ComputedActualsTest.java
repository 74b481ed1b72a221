package io.throughline.core.formula;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.core.World;
import io.throughline.core.measures.OutcomeHealth;
import io.throughline.core.scorecard.Moment;
import io.throughline.core.scorecard.Scoring;
import io.throughline.core.strategy.Actual;
import io.throughline.core.strategy.Frequency;
import io.throughline.core.strategy.StrategyModel;
import io.throughline.core.work.WorkRules;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ComputedActualsTest {
    private static List<String> values(World world, String kpi) {
        return ComputedActuals.in(world.model()).actualsOf(kpi).stream()
                .map(each -> each.period() + " " + each.value())
                .toList();
    }

    @Test
    void eachPeriodIsComputedFromTheNewestValuesByThen() {
        World world = World.small()
                .kpi("KPI-1", "OBJ-1")
                .measured("KPI-2", "OBJ-1", Frequency.QUARTERLY)
                .computed("KPI-3", "OBJ-1", Frequency.MONTHLY, "KPI-1 / KPI-2")
                .actual("KPI-1", "2026-05-31", 30)
                .actual("KPI-1", "2026-06-30", 33)
                .actual("KPI-2", "2026-03-31", 10);

        assertThat(values(world, "KPI-3")).containsExactly("2026-06-30 3.3", "2026-05-31 3.0");
    }

    @Test
    void anActualIsUsedOnceItsOwnPeriodHasEnded() {
        World world = World.small()
                .measured("KPI-1", "OBJ-1", Frequency.WEEKLY)
                .computed("KPI-2", "OBJ-1", Frequency.MONTHLY, "2 * KPI-1")
                .actual("KPI-1", "2026-05-24", 1)
                .actual("KPI-1", "2026-05-31", 2)
                .actual("KPI-1", "2026-06-28", 3);

        assertThat(values(world, "KPI-2")).containsExactly("2026-05-31 4.0");
        assertThat(values(world.actual("KPI-1", "2026-07-05", 9), "KPI-2"))
                .containsExactly("2026-06-30 6.0", "2026-05-31 4.0");
    }

    @Test
    void whatIsStaleAtThePeriodIsNotAvailable() {
        World world = World.small()
                .kpi("KPI-1", "OBJ-1")
                .kpi("KPI-2", "OBJ-1")
                .computed("KPI-3", "OBJ-1", Frequency.MONTHLY, "KPI-1 + KPI-2")
                .actual("KPI-1", "2026-03-31", 1)
                .actual("KPI-1", "2026-04-30", 2)
                .actual("KPI-1", "2026-05-31", 3)
                .actual("KPI-2", "2026-03-31", 10);

        // 45 days after 31 March is 15 May: good for April, stale at the end of May
        assertThat(values(world, "KPI-3")).containsExactly("2026-04-30 12.0", "2026-03-31 11.0");
    }

    @Test
    void aGapInTheInputsIsAGapAndNoZero() {
        World world = World.small()
                .kpi("KPI-1", "OBJ-1")
                .kpi("KPI-2", "OBJ-1")
                .computed("KPI-3", "OBJ-1", Frequency.MONTHLY, "KPI-1 / KPI-2")
                .actual("KPI-1", "2026-04-30", 2)
                .actual("KPI-1", "2026-05-31", 4)
                .actual("KPI-2", "2026-04-30", 0)
                .actual("KPI-2", "2026-05-31", 2);

        assertThat(values(world, "KPI-3")).containsExactly("2026-05-31 2.0");
    }

    @Test
    void formulasMayStandOnFormulas() {
        World world = World.small()
                .computed("KPI-1", "OBJ-1", Frequency.MONTHLY, "KPI-2 + 1")
                .computed("KPI-2", "OBJ-1", Frequency.MONTHLY, "KPI-3 * 10")
                .kpi("KPI-3", "OBJ-1")
                .actual("KPI-3", "2026-04-30", 2);

        assertThat(values(world, "KPI-1")).containsExactly("2026-04-30 21.0");
    }

    @Test
    void aRingHasNoValuesAndHangsNobody() {
        World world = World.small()
                .computed("KPI-1", "OBJ-1", Frequency.MONTHLY, "KPI-2 + KPI-3")
                .computed("KPI-2", "OBJ-1", Frequency.MONTHLY, "KPI-1 + KPI-3")
                .computed("KPI-4", "OBJ-1", Frequency.MONTHLY, "if(1 < 2, KPI-3, KPI-1)")
                .kpi("KPI-3", "OBJ-1")
                .actual("KPI-3", "2026-04-30", 2);

        assertThat(values(world, "KPI-1")).isEmpty();
        assertThat(values(world, "KPI-2")).isEmpty();
        assertThat(values(world, "KPI-4")).containsExactly("2026-04-30 2.0");
    }

    @Test
    void theRingIsNamedOnTheWayInWhichItIsComputed() throws FormulaException {
        FormulaNet net = new FormulaNet(World.small()
                .computed("KPI-2", "OBJ-1", Frequency.MONTHLY, "KPI-3")
                .computed("KPI-3", "OBJ-1", Frequency.MONTHLY, "KPI-9 + KPI-1")
                .model());

        assertThat(net.ring("KPI-1", Formula.parse("KPI-8 + KPI-2")))
                .hasValue(List.of("KPI-1", "KPI-2", "KPI-3", "KPI-1"));
        assertThat(net.ring("KPI-1", Formula.parse("KPI-1"))).hasValue(List.of("KPI-1", "KPI-1"));
        assertThat(net.ring("KPI-4", Formula.parse("KPI-2"))).isEmpty();
        assertThat(net.usersOf("KPI-1")).isEqualTo(Set.of("KPI-3"));
        assertThat(net.keys()).isEqualTo(Set.of("KPI-2", "KPI-3"));
    }

    @Test
    void aComputedValueIsEnteredByNobodyWhenItsNewestInputWas() {
        World world = World.small()
                .kpi("KPI-1", "OBJ-1")
                .kpi("KPI-2", "OBJ-1")
                .computed("KPI-3", "OBJ-1", Frequency.MONTHLY, "KPI-1 + KPI-2")
                .actual("KPI-1", "2026-04-30", 2);
        Instant later = World.THEN.plusSeconds(60);
        world.actuals.add(
                new Actual("KPI-2", LocalDate.parse("2026-04-30"), 1, "n", "pmo", later, null, null, null, 4));

        Actual computed = ComputedActuals.in(world.model()).actualsOf("KPI-3").get(0);

        assertThat(computed)
                .isEqualTo(
                        new Actual("KPI-3", LocalDate.parse("2026-04-30"), 3, null, null, later, null, null, null, 1));
    }

    @Test
    void whatWasEnteredBeforeAKpiBecameComputedDoesNotCount() {
        World world = World.small()
                .kpi("KPI-1", "OBJ-1")
                .computed("KPI-2", "OBJ-1", Frequency.MONTHLY, "KPI-1")
                .actual("KPI-2", "2026-04-30", 99);

        assertThat(values(world, "KPI-2")).isEmpty();
    }

    @Test
    void aComputedKpiIsScoredLikeAnyOther() {
        World world = World.small()
                .measured("KPI-1", null, Frequency.MONTHLY)
                .computed("KPI-2", "OBJ-1", Frequency.MONTHLY, "KPI-1 * 2")
                .actual("KPI-1", "2026-06-30", 30);
        StrategyModel model = ComputedActuals.in(world.model());

        Scoring scoring = new Scoring(Moment.of(model, world.index().view(WorkRules.defaults()), world.today));

        assertThat(scoring.plan("PLAN-1").outcome("OBJ-1").attainment()).isEqualTo(0.6);
        assertThat(scoring.plan("PLAN-1").outcome("KPI-2").health()).isEqualTo(OutcomeHealth.GREEN);
    }

    @Test
    void aStrategyWithoutFormulasIsLeftAlone() {
        StrategyModel model = World.small().kpi("KPI-1", "OBJ-1").model();

        assertThat(ComputedActuals.in(model)).isSameAs(model);
    }

    @Test
    void itIsAskedWhatCountsForAPeriod() {
        World world = World.small().kpi("KPI-1", "OBJ-1").actual("KPI-1", "2026-03-31", 1);
        StrategyModel model = world.model();

        assertThat(ComputedActuals.counting(model, model.kpi("KPI-1").orElseThrow(), LocalDate.parse("2026-05-15")))
                .isNotNull();
        assertThat(ComputedActuals.counting(model, model.kpi("KPI-1").orElseThrow(), LocalDate.parse("2026-05-16")))
                .isNull();
        assertThat(ComputedActuals.counting(model, model.kpi("KPI-1").orElseThrow(), LocalDate.parse("2026-03-30")))
                .isNull();
    }
}

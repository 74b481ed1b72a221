package io.throughline.core.scorecard;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.core.World;
import io.throughline.core.formula.ComputedActuals;
import io.throughline.core.strategy.Actual;
import io.throughline.core.strategy.Frequency;
import io.throughline.core.strategy.Objective;
import io.throughline.core.strategy.StrategyModel;
import io.throughline.core.work.StatusCategory;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The score of a plan that a change did not touch is handed on as it is; what is handed on is what would be made anew. */
class TouchedPlansTest {
    private static final List<String> PLANS = List.of("PLAN-1", "PLAN-2", "PLAN-3");

    /** Three plans; with {@code contribution} the objective of the second one counts in the third one too. */
    private static World world(boolean contribution) {
        World world = World.small()
                .kpi("KPI-1", "OBJ-1")
                .actual("KPI-1", "2026-05-31", 20)
                .linkIssue("OBJ-1", 1)
                .story(1, 0, StatusCategory.DONE);
        for (int at = 2; at <= 3; at++) {
            world.plan("PLAN-" + at)
                    .theme("TH-" + at, "PLAN-" + at)
                    .objective("OBJ-" + at, "TH-" + at)
                    .kpi("KPI-" + at, "OBJ-" + at)
                    .actual("KPI-" + at, "2026-05-31", 20);
        }
        return contribution ? world.contribution("OBJ-2", "OBJ-3", 1) : world;
    }

    private static StrategyModel withValue(StrategyModel model, String kpi, double value) {
        Actual actual = new Actual(
                kpi,
                LocalDate.parse("2026-06-30"),
                value,
                null,
                "pmo",
                Instant.parse("2026-07-01T08:00:00Z"),
                null,
                null,
                null,
                null,
                1);
        List<Actual> all = new ArrayList<>(model.actualsOf(kpi));
        all.removeIf(each -> each.period().equals(actual.period()));
        all.add(0, actual);
        return model.next(model.version() + 1).actualsOf(kpi, all).build();
    }

    private static Scoring after(Scoring before, StrategyModel model) {
        return before.next(
                Moment.of(model, before.moment().work(), before.moment().today()));
    }

    @Test
    void aValueTouchesThePlanOfItsKpiOnly() {
        Scoring before = world(false).scoring();
        PLANS.forEach(before::plan);

        Scoring after = after(before, withValue(before.moment().strategy(), "KPI-2", 70));

        assertThat(after.plan("PLAN-1")).isSameAs(before.plan("PLAN-1"));
        assertThat(after.plan("PLAN-3")).isSameAs(before.plan("PLAN-3"));
        assertThat(after.plan("PLAN-2").outcome("OBJ-2").attainment())
                .isNotEqualTo(before.plan("PLAN-2").outcome("OBJ-2").attainment());
    }

    @Test
    void aValueTouchesAlsoThePlanToWhichItsObjectiveContributes() {
        Scoring before = world(true).scoring();
        PLANS.forEach(before::plan);

        Scoring after = after(before, withValue(before.moment().strategy(), "KPI-2", 70));

        assertThat(after.plan("PLAN-1")).isSameAs(before.plan("PLAN-1"));
        assertThat(after.plan("PLAN-3").outcome("OBJ-3").attainment())
                .isNotEqualTo(before.plan("PLAN-3").outcome("OBJ-3").attainment());
    }

    @Test
    void aValueTouchesAlsoThePlanWhoseFormulaReadsIt() {
        World world = world(false).computed("KPI-9", "OBJ-3", Frequency.MONTHLY, "KPI-2 * 2");
        StrategyModel model = ComputedActuals.in(world.model());
        Scoring before = after(world.scoring(), model);
        PLANS.forEach(before::plan);

        Scoring after = after(before, ComputedActuals.in(withValue(model, "KPI-2", 70)));

        assertThat(after.plan("PLAN-1")).isSameAs(before.plan("PLAN-1"));
        assertThat(after.plan("PLAN-3").outcome("KPI-9"))
                .isNotEqualTo(before.plan("PLAN-3").outcome("KPI-9"));
        assertThat(after.plan("PLAN-3").outcome("OBJ-3"))
                .isEqualTo(new Scoring(after.moment()).plan("PLAN-3").outcome("OBJ-3"));
    }

    @Test
    void anyOtherChangeTouchesEveryPlan() {
        StrategyModel model = world(false).model();
        StrategyModel other = model.next(model.version() + 1)
                .objectives(model.objectives().stream()
                        .map(TouchedPlansTest::heavier)
                        .toList())
                .build();

        assertThat(PLANS).allMatch(TouchedPlans.between(model, other));
        assertThat(PLANS).noneMatch(TouchedPlans.between(model, model));
    }

    private static Objective heavier(Objective each) {
        return new Objective(
                each.key(),
                each.theme(),
                each.parent(),
                each.name(),
                each.description(),
                each.owner(),
                each.perspective(),
                each.weight() + 1,
                each.start(),
                each.due(),
                each.state(),
                each.position(),
                each.version() + 1);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void afterAnyValuesTheScoresAreThoseMadeAnew(long seed) {
        Random random = new Random(seed);
        Scoring scoring = world(random.nextBoolean()).scoring();
        for (int change = 0; change < 40; change++) {
            PLANS.forEach(scoring::plan);
            String kpi = "KPI-" + (1 + random.nextInt(3));
            scoring = after(scoring, withValue(scoring.moment().strategy(), kpi, random.nextInt(100)));
            Scoring fresh = new Scoring(scoring.moment());
            for (String plan : PLANS) {
                String number = plan.substring(5);
                for (String key : List.of(plan, "TH-" + number, "OBJ-" + number, "KPI-" + number)) {
                    assertThat(scoring.plan(plan).outcome(key))
                            .as("%s after change %d", key, change)
                            .isEqualTo(fresh.plan(plan).outcome(key));
                }
                assertThat(scoring.plan(plan).signal("OBJ-" + number))
                        .isEqualTo(fresh.plan(plan).signal("OBJ-" + number));
            }
        }
    }
}

package io.throughline.core.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.throughline.core.RandomWorld;
import io.throughline.core.World;
import io.throughline.core.delivery.RecordedDeliveries;
import io.throughline.core.explain.LeftOut.Reason;
import io.throughline.core.formula.ComputedActuals;
import io.throughline.core.formula.FormulaException;
import io.throughline.core.scorecard.Moment;
import io.throughline.core.scorecard.PlanScore;
import io.throughline.core.scorecard.Scoring;
import io.throughline.core.strategy.Frequency;
import io.throughline.core.strategy.Kpi;
import io.throughline.core.strategy.LinkTarget;
import io.throughline.core.strategy.Objective;
import io.throughline.core.strategy.ObjectiveState;
import io.throughline.core.strategy.Plan;
import io.throughline.core.strategy.StrategyModel;
import io.throughline.core.strategy.Theme;
import io.throughline.core.work.StatusCategory;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ExplanationTest {
    private static final Set<Rule> KEPT = EnumSet.of(Rule.KEPT);

    private static Map<String, Derivation> explain(World world, String key) {
        StrategyModel model = ComputedActuals.in(world.model());
        return new Explanation(score(world, model, "PLAN-1"), model).of(key);
    }

    private static PlanScore score(World world, StrategyModel model, String plan) {
        return new Scoring(new Moment(
                        model,
                        world.index().view(world.rules),
                        world.queries(),
                        world.achieved,
                        world.today,
                        world.zone))
                .plan(plan);
    }

    @Tag("slow")
    @Test
    void recomputingEveryExplanationOfAThousandPlansGivesItsValue() throws FormulaException {
        Set<Rule> met = EnumSet.noneOf(Rule.class);

        assertThat(checked(1_000, met)).isGreaterThan(50_000);
        assertThat(met).as("every rule is met").isEqualTo(EnumSet.complementOf(EnumSet.of(Rule.RECORDED)));
    }

    @Test
    void recomputingEveryExplanationOfSomePlansGivesItsValue() throws FormulaException {
        assertThat(checked(40, EnumSet.noneOf(Rule.class))).isGreaterThan(1_000);
    }

    /** How many numbers were computed again. */
    private static int checked(int wanted, Set<Rule> met) throws FormulaException {
        int plans = 0;
        int numbers = 0;
        for (long seed = 1; plans < wanted; seed++) {
            World world = RandomWorld.of(seed);
            addFormulas(world);
            StrategyModel model = ComputedActuals.in(world.model());
            for (Plan plan : model.plans()) {
                plans++;
                PlanScore score = score(world, model, plan.key());
                Explanation explanation = new Explanation(score, model);
                for (String key : keys(model, plan)) {
                    Map<String, Derivation> all = explanation.of(key);
                    numbers += check(all, "seed " + seed + " " + key, met);
                    agrees(all, score, key);
                }
            }
        }
        return numbers;
    }

    private static void addFormulas(World world) {
        List<Kpi> manual = List.copyOf(world.kpis);
        for (int at = 0; at + 1 < manual.size(); at += 4) {
            String formula =
                    "(" + manual.get(at).key() + " + 2 * " + manual.get(at + 1).key() + ") / 3";
            world.computed("KPI-" + (world.kpis.size() + 1), manual.get(at).objective(), Frequency.MONTHLY, formula);
        }
    }

    private static List<String> keys(StrategyModel model, Plan plan) {
        List<String> keys = new ArrayList<>(List.of(plan.key()));
        model.themesOf(plan.key()).stream().map(Theme::key).forEach(keys::add);
        for (Objective objective : model.objectivesIn(plan.key())) {
            keys.add(objective.key());
            model.kpisOf(objective.key()).stream().map(Kpi::key).forEach(keys::add);
        }
        return keys;
    }

    private static int check(Map<String, Derivation> all, String where, Set<Rule> met) throws FormulaException {
        int checked = 0;
        for (Map.Entry<String, Derivation> each : all.entrySet()) {
            Derivation derivation = each.getValue();
            String what = where + " " + each.getKey() + " " + derivation;
            met.add(derivation.rule());
            if (derivation.value() != null && !KEPT.contains(derivation.rule())) {
                double again = SecondExplanation.recomputed(derivation);
                assertThat(again).as(what).isCloseTo(derivation.value(), within(1e-9 * Math.max(1, Math.abs(again))));
                checked++;
            } else if (derivation.word() == null && !KEPT.contains(derivation.rule())) {
                boolean says = !derivation.leftOut().isEmpty()
                        || derivation.inputs().isEmpty()
                        || derivation.rule() == Rule.FORECAST;
                assertThat(says).as(what).isTrue();
            }
        }
        return checked;
    }

    /** The value that is explained is the one that every page shows. */
    private static void agrees(Map<String, Derivation> all, PlanScore score, String key) {
        assertThat(all.get("outcome.attainment").value())
                .isEqualTo(score.outcome(key).attainment());
        assertThat(all.get("outcome.pace").value()).isEqualTo(score.outcome(key).pace());
        assertThat(all.get("outcome.expected").value())
                .isEqualTo(score.outcome(key).expected());
        assertThat(all.get("outcome.coverage").value())
                .isEqualTo(score.outcome(key).coverage());
        assertThat(all.get("outcome.health").word())
                .isEqualTo(score.outcome(key).health().name());
        assertThat(all.get("outcome.unattested").value())
                .isEqualTo(score.outcome(key).unattested());
        assertThat(all.get("outcome.stale").value())
                .isEqualTo(score.outcome(key).stale());
        if (!key.startsWith("KPI-")) {
            assertThat(all.get("delivery.progress").value())
                    .isEqualTo(score.delivery(key).progress());
            assertThat(all.get("delivery.expected").value())
                    .isEqualTo(score.delivery(key).expected());
            assertThat(all.get("delivery.schedule").value())
                    .isEqualTo(score.delivery(key).schedule());
            assertThat(all.get("delivery.total").value())
                    .isEqualTo(score.delivery(key).total());
            assertThat(all.get("delivery.done").value())
                    .isEqualTo(score.delivery(key).done());
            assertThat(all.get("delivery.items").value())
                    .isEqualTo(score.delivery(key).items());
            assertThat(all.get("delivery.health").word())
                    .isEqualTo(score.delivery(key).health().name());
            assertThat(all.get("signal").word())
                    .isEqualTo(score.signal(key).kind().name());
        }
    }

    @Test
    void progressNamesEachLinkWithItsWeight() {
        World world = World.small()
                .epic(1, 0, StatusCategory.IN_PROGRESS)
                .story(11, 1, StatusCategory.DONE)
                .story(12, 1, StatusCategory.TO_DO)
                .epic(2, 0, StatusCategory.TO_DO)
                .link("OBJ-1", LinkTarget.issue("A-1", 1L), 3.0)
                .linkIssue("OBJ-1", 2)
                .linkIssue("OBJ-1", 99);

        Derivation progress = explain(world, "OBJ-1").get("delivery.progress");

        assertThat(progress.value()).isEqualTo(0.375);
        assertThat(progress.formula()).isEqualTo("sum(weight * value) / sum(weight)");
        assertThat(progress.inputs()).containsExactly(Input.weighed("link:1", 0.5, 3), Input.weighed("link:2", 0, 1));
        assertThat(progress.inputs()).extracting(progress::adds).containsExactly(0.375, 0.0);
        assertThat(explain(world, "OBJ-1").get("delivery.total").inputs())
                .extracting(progress::adds)
                .containsOnlyNulls();
        assertThat(progress.leftOut()).containsExactly(new LeftOut("link:3", Reason.NO_WORK));
    }

    @Test
    void ownLinksAreOneBlockBesideSubObjectives() {
        World world = World.small()
                .objective("OBJ-2", "OBJ-1", 2, ObjectiveState.ACTIVE)
                .objective("OBJ-3", "OBJ-1", 5, ObjectiveState.DRAFT)
                .objective("OBJ-4", "OBJ-1", 5, ObjectiveState.ABANDONED)
                .objective("OBJ-5", "OBJ-1", 5, ObjectiveState.ACTIVE)
                .story(1, 0, StatusCategory.DONE)
                .story(2, 0, StatusCategory.TO_DO)
                .linkIssue("OBJ-1", 1)
                .linkIssue("OBJ-2", 2);

        Map<String, Derivation> all = explain(world, "OBJ-1");

        assertThat(all.get("delivery.progress").inputs())
                .containsExactly(Input.weighed("links", 1, 2), Input.weighed("OBJ-2", 0, 2));
        assertThat(all.get("delivery.progress").leftOut())
                .containsExactly(
                        new LeftOut("OBJ-5", Reason.NO_WORK),
                        new LeftOut("OBJ-3", Reason.DRAFT),
                        new LeftOut("OBJ-4", Reason.ABANDONED));
        assertThat(all.get("delivery.ownProgress").inputs()).containsExactly(Input.weighed("link:1", 1, 1));
    }

    @Test
    void whatIsReachedTwiceIsTakenOffOnce() {
        World world = World.small()
                .objective("OBJ-2", "OBJ-1", 1, ObjectiveState.ACTIVE)
                .story(1, 0, StatusCategory.DONE)
                .linkIssue("OBJ-1", 1)
                .linkIssue("OBJ-2", 1);

        Derivation total = explain(world, "OBJ-1").get("delivery.total");

        assertThat(total.value()).isEqualTo(1);
        assertThat(total.inputs())
                .containsExactly(Input.of("link:1", 1.0), Input.of("OBJ-2", 1.0), Input.of("counted-once", -1.0));
        assertThat(total.leftOut()).containsExactly(new LeftOut("counted-once", Reason.COUNTED_ONCE));
    }

    @Test
    void aKpiIsTakenApartToItsLine() {
        World world = World.small().kpi("KPI-1", "OBJ-1").actual("KPI-1", "2026-06-30", 30);

        Map<String, Derivation> all = explain(world, "KPI-1");

        assertThat(all.get("actual").inputs()).containsExactly(Input.of("actual", 30, "2026-06-30"));
        assertThat(all.get("outcome.attainment").formula()).isEqualTo("(actual - baseline) / (target - baseline)");
        assertThat(all.get("outcome.expected").inputs())
                .extracting(Input::ref, Input::value, Input::text)
                .contains(
                        org.assertj.core.groups.Tuple.tuple("elapsed", 180.0, "2026-01-01/2026-06-30"),
                        org.assertj.core.groups.Tuple.tuple("length", 364.0, "2026-01-01/2026-12-31"));
        assertThat(all.get("outcome.pace").inputs()).extracting(Input::ref).containsExactly("attainment", "expected");
        assertThat(all).doesNotContainKey("delivery.progress");
    }

    @Test
    void whatHasNoDataIsNamedWithItsReason() {
        World world = World.small()
                .kpi("KPI-1", "OBJ-1")
                .kpi("KPI-2", "OBJ-1")
                .kpi("KPI-3", "OBJ-1")
                .objective("OBJ-2", "OBJ-1", 1, ObjectiveState.ACTIVE)
                .actual("KPI-1", "2026-06-30", 30)
                .actual("KPI-2", "2026-01-31", 3);

        Map<String, Derivation> all = explain(world, "OBJ-1");

        assertThat(all.get("outcome.pace").leftOut())
                .containsExactly(
                        new LeftOut("KPI-2", Reason.STALE),
                        new LeftOut("KPI-3", Reason.NO_ACTUAL),
                        new LeftOut("OBJ-2", Reason.NO_DATA));
        assertThat(all.get("outcome.coverage").leftOut()).containsExactly(new LeftOut("OBJ-2", Reason.NO_KPI));
        assertThat(all.get("outcome.stale").inputs()).containsExactly(Input.of("KPI-2", 1.0));
        assertThat(explain(world, "KPI-3").get("outcome.pace").leftOut())
                .containsExactly(new LeftOut("KPI-3", Reason.NO_ACTUAL));
        assertThat(explain(world, "OBJ-2").get("outcome.expected").leftOut())
                .containsExactly(new LeftOut("attainment", Reason.NO_DATA));
    }

    @Test
    void aComputedKpiShowsItsOwnFormula() {
        World world = World.small()
                .kpi("KPI-1", "OBJ-1")
                .computed("KPI-2", "OBJ-1", Frequency.MONTHLY, "if(KPI-1 > 1, KPI-1 / 2, KPI-9)")
                .actual("KPI-1", "2026-06-30", 30);

        Derivation actual = explain(world, "KPI-2").get("actual");

        assertThat(actual.formula()).isEqualTo("if(KPI-1 > 1, KPI-1 / 2, KPI-9)");
        assertThat(actual.value()).isEqualTo(15);
        assertThat(actual.inputs()).containsExactly(Input.of("KPI-1", 30, "2026-06-30"));
        assertThat(actual.leftOut()).containsExactly(new LeftOut("KPI-9", Reason.NOT_AVAILABLE));
    }

    @Test
    void ofAPastDayTheDeliveryIsAsRecordedAndTheOutcomeIsTakenApart() {
        World world = World.small()
                .objective("OBJ-2", "TH-1")
                .kpi("KPI-1", "OBJ-1")
                .actual("KPI-1", "2026-06-30", 30)
                .story(1, 0, StatusCategory.DONE)
                .linkIssue("OBJ-1", 1);
        StrategyModel model = world.model();
        PlanScore then = score(world, model, "PLAN-1");
        RecordedDeliveries recorded = new RecordedDeliveries(
                Map.of("OBJ-1", then.delivery("OBJ-1")), Map.of(), Map.of(1L, then.delivery(1L)));

        PlanScore past = PlanScore.past(model, "PLAN-1", world.today, recorded, Map.of());
        Map<String, Derivation> all = new Explanation(past, model).of("OBJ-1");

        assertThat(past.delivery("OBJ-1")).isEqualTo(then.delivery("OBJ-1"));
        assertThat(past.delivery(1L)).isEqualTo(then.delivery(1L));
        assertThat(past.outcome("OBJ-1")).isEqualTo(then.outcome("OBJ-1"));
        assertThat(past.signal("OBJ-1")).isEqualTo(then.signal("OBJ-1"));
        assertThat(all.get("delivery.progress").rule()).isEqualTo(Rule.RECORDED);
        assertThat(all.get("delivery.progress").value()).isEqualTo(1);
        assertThat(all.get("outcome.attainment").inputs()).hasSize(1);
        assertThat(past.hasDelivery("OBJ-2")).isFalse();
        assertThat(new Explanation(past, model).of("OBJ-2")).doesNotContainKeys("delivery.progress", "signal");
    }

    @Test
    void anUnknownKeyIsRefused() {
        assertThatThrownBy(() -> explain(World.small(), "OBJ-77")).isInstanceOf(NoSuchElementException.class);
    }
}

package io.throughline.core.scorecard;

import static io.throughline.core.work.StatusCategory.DONE;
import static io.throughline.core.work.StatusCategory.TO_DO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.throughline.core.World;
import io.throughline.core.alignment.Serving;
import io.throughline.core.delivery.DeliveryHealth;
import io.throughline.core.delivery.Forecast;
import io.throughline.core.measures.KpiScore;
import io.throughline.core.measures.OutcomeHealth;
import io.throughline.core.orphans.Exempting;
import io.throughline.core.strategy.ObjectiveState;
import io.throughline.core.strategy.PlanState;
import io.throughline.core.strategy.SizeMeasure;
import io.throughline.core.work.WorkIndex;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ScoringTest {
    @Test
    void aScoreHasDeliveryOutcomeSignalAndForecastOfEveryNode() {
        World world = World.small()
                .kpi("KPI-1", "OBJ-1")
                .actual("KPI-1", "2026-06-30", 20)
                .linkIssue("OBJ-1", 1)
                .epic(1, 0, DONE);
        PlanScore score = world.scoring().plan("PLAN-1");

        for (String key : new String[] {"PLAN-1", "TH-1", "OBJ-1"}) {
            assertThat(score.delivery(key).health()).isEqualTo(DeliveryHealth.DONE);
            assertThat(score.outcome(key).health()).isEqualTo(OutcomeHealth.RED);
            assertThat(score.signal(key).kind()).isEqualTo(SignalKind.DRIFT);
            assertThat(score.forecast(key).p50()).isNull();
        }
        assertThat(score.outcome("KPI-1").attainment()).isEqualTo(0.2);
        assertThat(score.kpi("KPI-1")).map(KpiScore::hasData).contains(true);
        assertThat(score.kpi("KPI-2")).isEmpty();
        assertThat(score.plan()).isEqualTo("PLAN-1");
        assertThat(score.today()).isEqualTo(world.today);
    }

    @Test
    void whatIsNotInTheScoreIsNamed() {
        Scoring scoring = World.small().scoring();
        PlanScore score = scoring.plan("PLAN-1");

        assertThatThrownBy(() -> scoring.plan("PLAN-9"))
                .isInstanceOf(NoSuchElementException.class)
                .hasMessage("no plan PLAN-9");
        assertThatThrownBy(() -> score.delivery("OBJ-9")).hasMessage("OBJ-9 is not in the score of PLAN-1");
        assertThatThrownBy(() -> score.delivery(9)).hasMessage("link 9 is not in the score of PLAN-1");
        assertThatThrownBy(() -> score.outcome("OBJ-9")).hasMessageContaining("OBJ-9");
        assertThatThrownBy(() -> score.forecast("OBJ-9")).hasMessageContaining("OBJ-9");
        assertThatThrownBy(() -> score.signal("OBJ-9")).hasMessageContaining("OBJ-9");
    }

    @Test
    void aScoreIsMadeOnce() {
        Scoring scoring = World.small().scoring();

        assertThat(scoring.plan("PLAN-1")).isSameAs(scoring.plan("PLAN-1"));
        assertThat(scoring.moment().today()).isEqualTo("2026-07-02");
    }

    @Test
    void theNextScoringDrawsAgainOnlyWhatChanged() {
        World world =
                World.small().objective("OBJ-2", "TH-1").linkIssue("OBJ-1", 1).linkProject("OBJ-2", 2);
        world.epic(1, 0, TO_DO).story(2, 1, TO_DO);
        for (int week = 0; week < 12; week++) {
            world.put(World.item(100 + week, "Story", 1, DONE)
                    .resolved(java.time.Instant.parse("2026-04-08T12:00:00Z").plusSeconds(week * 7L * 86_400)));
        }
        Scoring before = world.scoring();
        Forecast one = before.plan("PLAN-1").forecast("OBJ-1");
        Forecast two = before.plan("PLAN-1").forecast("OBJ-2");

        world.put(World.item(300, "Story", 0, TO_DO).project(2));
        Scoring after = before.next(world.scoring().moment());

        assertThat(one.p50()).isEqualTo(world.today.plusWeeks(1));
        assertThat(after.plan("PLAN-1").forecast("OBJ-1")).isSameAs(one);
        assertThat(after.plan("PLAN-1").forecast("OBJ-2")).isNotEqualTo(two);
        world.today = world.today.plusDays(1);
        assertThat(after.next(world.scoring().moment())
                        .plan("PLAN-1")
                        .forecast("OBJ-1")
                        .p50())
                .isEqualTo(world.today.plusWeeks(1));
        world.story(3, 1, TO_DO);
        assertThat(after.next(world.scoring().moment())
                        .plan("PLAN-1")
                        .forecast("OBJ-1")
                        .p50())
                .isEqualTo(world.today.plusWeeks(2));
    }

    @Test
    void aMomentCanBeMadeOfItsParts() {
        World world = World.small();
        LocalDate today = world.today;
        Moment moment = Moment.of(world.model(), world.index().view(world.rules), today);

        assertThat(moment.zone()).isEqualTo(ZoneOffset.UTC);
        assertThat(moment.queries().version()).isZero();
        assertThat(moment.in(ZoneId.of("Asia/Tokyo")).zone()).isEqualTo(ZoneId.of("Asia/Tokyo"));
        assertThat(moment.with(world.queries().with(1, new long[] {1}, World.THEN))
                        .queries()
                        .version())
                .isEqualTo(1);
        assertThat(moment.withAchieved(Map.of()).achieved()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        // state of the objective, category, standing
        "ACTIVE, TO_DO, ALIGNED",
        "ACTIVE, DONE, ALIGNED",
        "ACHIEVED, TO_DO, ORPHAN",
        "ACHIEVED, DONE, ALIGNED",
        "DRAFT, TO_DO, ORPHAN",
        "DRAFT, DONE, ORPHAN",
        "ABANDONED, TO_DO, ORPHAN"
    })
    void standingFollowsTheStateOfTheObjective(
            ObjectiveState state, io.throughline.core.work.StatusCategory category, Standing standing) {
        World world = World.small()
                .objective("OBJ-2", "TH-1", 1, state)
                .linkIssue("OBJ-2", 1)
                .story(1, 0, category);

        assertThat(world.scoring().standing(1, Exempting.nothing())).contains(standing);
    }

    @ParameterizedTest
    @EnumSource(PlanState.class)
    void onlyActivePlansMakeWorkAligned(PlanState state) {
        World world = new World()
                .plan("PLAN-1", state, SizeMeasure.COUNT, null)
                .theme("TH-1", "PLAN-1")
                .objective("OBJ-1", "TH-1")
                .linkIssue("OBJ-1", 1)
                .story(1, 0, TO_DO);

        assertThat(world.scoring().standing(1, Exempting.nothing()))
                .contains(state == PlanState.ACTIVE ? Standing.ALIGNED : Standing.ORPHAN);
        assertThat(world.scoring().standing(2, Exempting.nothing())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        // states of the contributing plan and objective, of its sub-objective and of the receiving one, standing
        "CLOSED, ACTIVE, ACTIVE, ACTIVE, ALIGNED",
        "CLOSED, ACTIVE, ACTIVE, ACHIEVED, ORPHAN",
        "CLOSED, ACTIVE, ACHIEVED, ACTIVE, ORPHAN",
        "CLOSED, ACHIEVED, ACTIVE, ACTIVE, ALIGNED",
        "CLOSED, DRAFT, ACTIVE, ACTIVE, ORPHAN",
        "DRAFT, ACTIVE, ACTIVE, ACTIVE, ORPHAN"
    })
    void contributedWorkIsAlignedInTheReceivingPlanToo(
            PlanState plan, ObjectiveState from, ObjectiveState sub, ObjectiveState to, Standing standing) {
        World world = new World()
                .plan("PLAN-1")
                .theme("TH-1", "PLAN-1")
                .objective("OBJ-1", "TH-1", 1, to)
                .plan("PLAN-2", plan, SizeMeasure.COUNT, null)
                .theme("TH-2", "PLAN-2")
                .objective("OBJ-8", "TH-2", 1, from)
                .objective("OBJ-9", "OBJ-8", 1, sub)
                .contribution("OBJ-8", "OBJ-1", 1)
                .linkIssue("OBJ-9", 1)
                .story(1, 0, TO_DO);

        assertThat(world.scoring().standing(1, Exempting.nothing())).contains(standing);
    }

    /** OBJ-1 over OBJ-2 in TH-1; OBJ-3 in TH-2; work of all kinds under each. */
    private static World three() {
        return World.small()
                .objective("OBJ-2", "OBJ-1")
                .theme("TH-2", "PLAN-1")
                .objective("OBJ-3", "TH-2")
                .linkIssue("OBJ-1", 1)
                .linkIssue("OBJ-2", 4)
                .linkIssue("OBJ-3", 6)
                .epic(1, 0, TO_DO)
                .story(2, 1, DONE)
                .put(World.item(3, "Sub-task", 2, TO_DO))
                .put(World.item(4, "Story", 0, DONE).resolution("Won't Do"))
                .story(5, 0, TO_DO)
                .story(6, 0, TO_DO);
    }

    @ParameterizedTest
    @CsvSource({"OBJ-1, 1 2 3 4", "OBJ-2, 4", "OBJ-3, 6", "TH-1, 1 2 3 4", "TH-2, 6", "PLAN-1, 1 2 3 4 6", "OBJ-9, ''"})
    void itemsOfAnyLevelAndStateReachANode(String key, String items) {
        Scoring scoring = three().scoring();

        String found = scoring.reaching(List.of(key)).stream()
                .mapToLong(at -> scoring.rollup().work().id(at))
                .sorted()
                .mapToObj(Long::toString)
                .collect(Collectors.joining(" "));

        assertThat(found).isEqualTo(items);
    }

    @Test
    void itemsReachSeveralNodesTogetherOnce() {
        assertThat(three().scoring().reaching(List.of("OBJ-2", "TH-1", "OBJ-3")).cardinality())
                .isEqualTo(5);
    }

    @ParameterizedTest
    @CsvSource({
        // state of plan and objective, newest value of the KPI, whether it drifts
        "ACTIVE, ACTIVE, 10, true",
        "ACTIVE, ACTIVE, 90, false",
        "ACTIVE, DRAFT, 10, false",
        "ACTIVE, ACHIEVED, 10, false",
        "CLOSED, ACTIVE, 10, false",
        "DRAFT, ACTIVE, 10, false"
    })
    void onlyActiveObjectivesOfActivePlansDrift(
            PlanState plan, ObjectiveState objective, double value, boolean drifts) {
        World world = new World()
                .plan("PLAN-1", plan, SizeMeasure.COUNT, null)
                .theme("TH-1", "PLAN-1")
                .objective("OBJ-1", "TH-1", 1, objective)
                .kpi("KPI-1", "OBJ-1")
                .actual("KPI-1", "2026-06-30", value)
                .linkIssue("OBJ-1", 1)
                .story(1, 0, DONE);

        assertThat(world.scoring().drifting()).isEqualTo(drifts ? List.of("OBJ-1") : List.of());
    }

    @Test
    void anIssueServesTheObjectivesOfOnePlanAtATime() {
        World world = three().plan("PLAN-2").theme("TH-8", "PLAN-2").objective("OBJ-8", "TH-8");
        Scoring scoring = world.linkIssue("OBJ-8", 1).scoring();

        assertThat(scoring.servings("PLAN-1", 2)).extracting(Serving::objective).containsExactly("OBJ-1");
        assertThat(scoring.servings("PLAN-2", 2)).extracting(Serving::objective).containsExactly("OBJ-8");
        assertThat(scoring.servings("PLAN-1", 5)).isEmpty();
        assertThat(scoring.servings("PLAN-1", 99)).isEmpty();
    }

    @Test
    void oneQuestionTellsTheServingsOfAllPlansAsOneForEachWould() {
        World world = three().plan("PLAN-2")
                .theme("TH-8", "PLAN-2")
                .objective("OBJ-8", "TH-8")
                .plan("PLAN-3")
                .theme("TH-9", "PLAN-3")
                .objective("OBJ-9", "TH-9")
                .linkIssue("OBJ-9", 1)
                .linkIssue("OBJ-8", 1)
                .linkIssue("OBJ-8", 2);
        Scoring scoring = world.scoring();

        Map<String, List<Serving>> all = scoring.servings(2);

        assertThat(all.keySet()).containsExactly("PLAN-1", "PLAN-2", "PLAN-3");
        all.forEach(
                (plan, servings) -> assertThat(servings).as(plan).isNotEmpty().isEqualTo(scoring.servings(plan, 2)));
        assertThat(scoring.servings(5)).as("serves nothing").isEmpty();
        assertThat(scoring.servings(99)).as("is not there").isEmpty();
    }

    @Test
    @Timeout(60)
    void whoReadsAScoreOrServingsDoesNotWaitForWhoReadsOrphansOfAnotherPlan() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch mayEnd = new CountDownLatch(1);
        World world = three().plan("PLAN-2").theme("TH-8", "PLAN-2").objective("OBJ-8", "TH-8");
        Scoring scoring = world.linkIssue("OBJ-8", 1).scoring().follow();
        PlanScore finished = scoring.plan("PLAN-1");
        CompletableFuture<String> scan =
                CompletableFuture.supplyAsync(() -> scoring.orphans("PLAN-2", Exempting.nothing(), found -> {
                    begun.countDown();
                    await(mayEnd);
                    return "";
                }));
        await(begun);

        assertThat(CompletableFuture.supplyAsync(() -> scoring.plan("PLAN-1")).get())
                .isSameAs(finished);
        assertThat(CompletableFuture.supplyAsync(() -> scoring.servings(2)).get())
                .containsKey("PLAN-2");
        mayEnd.countDown();
        scan.get();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Three scorings of a changing index: one follows, one followed and stopped, one never did; all say the same. */
    @Test
    void whoFollowsWhoStoppedAndWhoNeverDidSayTheSame() {
        World world = three();
        WorkIndex index = world.index();
        Scoring follows = world.scoring(index).follow();
        Scoring stopped = world.scoring(index).follow();
        Scoring never = world.scoring(index);
        assertThat(follows.plan("PLAN-1").delivery("OBJ-1").items()).isEqualTo(1);

        for (long id = 10; id < 20; id++) {
            if (id == 14) {
                stopped.leave();
            }
            long touched = follows.touched("PLAN-1");
            index.upsert(World.item(id, "Story", 1, TO_DO).build());
            for (Scoring each : List.of(follows, stopped, never)) {
                assertThat(each.plan("PLAN-1").delivery("OBJ-1").items()).isEqualTo((int) id - 8);
                assertThat(each.touched("PLAN-9")).isZero();
            }
            assertThat(follows.touched("PLAN-1")).isGreaterThan(touched);
        }
    }

    @Test
    void aLaterMomentKeepsTheScoreWhileNothingInThePlanChanged() {
        World world = three().linkQuery("OBJ-3").kpi("KPI-1", "OBJ-1").actual("KPI-1", "2026-05-31", 20);
        Scoring before = world.scoring().follow();
        PlanScore score = before.plan("PLAN-1");
        Moment now = before.moment();

        assertThat(before.next(now.with(now.queries())).plan("PLAN-1")).isSameAs(score);
        // two months on, the KPI's value is stale
        Moment later = new Moment(
                now.strategy(),
                now.work(),
                now.queries(),
                now.achieved(),
                now.today().plusDays(60),
                now.zone());
        assertThat(before.next(later).plan("PLAN-1").today()).isEqualTo(later.today());
        assertThat(before.next(later).plan("PLAN-1").outcome("KPI-1").stale()).isEqualTo(1);
        // the same content in another model is another strategy
        Moment other = new Moment(world.model(), now.work(), now.queries(), now.achieved(), now.today(), now.zone());
        assertThat(before.next(other).plan("PLAN-1")).isNotSameAs(score);
        // what a query finds now moves the work, and with it the score
        Scoring found = before.next(now.with(now.queries().with(4, new long[] {5}, World.THEN)));
        assertThat(found.plan("PLAN-1").delivery("OBJ-3").items()).isEqualTo(2);
        assertThat(found.plan("PLAN-1").outcomes()).isSameAs(score.outcomes());
    }
}

package io.throughline.core.delivery;

import static io.throughline.core.work.StatusCategory.DONE;
import static io.throughline.core.work.StatusCategory.IN_PROGRESS;
import static io.throughline.core.work.StatusCategory.TO_DO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.throughline.core.World;
import io.throughline.core.scorecard.PlanScore;
import io.throughline.core.scorecard.Scoring;
import io.throughline.core.strategy.LinkTarget;
import io.throughline.core.strategy.ObjectiveState;
import io.throughline.core.strategy.PlanState;
import io.throughline.core.strategy.SizeMeasure;
import io.throughline.core.work.StatusCategory;
import io.throughline.core.work.WorkRules;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class DeliveryTest {
    private static PlanScore score(World world) {
        return world.scoring().plan("PLAN-1");
    }

    private static DeliveryBlock block(World world, String key) {
        return score(world).delivery(key);
    }

    /** Puts {@code done} done and {@code open} open stories under a new epic. */
    private static World epicOf(World world, long epic, int done, int open) {
        world.epic(epic, 0, TO_DO);
        for (int story = 1; story <= done + open; story++) {
            world.story(epic * 1000 + story, epic, story <= done ? DONE : TO_DO);
        }
        return world;
    }

    @Test
    void sizeIsCarriedByStoriesNotByTheirEpicNorTheirSubTasks() {
        World world = World.small()
                .linkIssue("OBJ-1", 1)
                .epic(1, 0, IN_PROGRESS)
                .story(2, 1, DONE)
                .story(3, 1, IN_PROGRESS)
                .put(World.item(4, "Sub-task", 3, DONE));

        DeliveryBlock block = block(world, "OBJ-1");

        assertThat(block.items()).isEqualTo(2);
        assertThat(block.total()).isEqualTo(2);
        assertThat(block.done()).isEqualTo(1);
        assertThat(block.inProgress()).isEqualTo(1);
        assertThat(block.progress()).isEqualTo(0.5);
    }

    @Test
    void anEpicWithoutLiveStoriesCarriesItsOwnSize() {
        World world = World.small()
                .linkIssue("OBJ-1", 1)
                .epic(1, 0, DONE)
                .put(World.item(2, "Story", 1, DONE).resolution("Won't Do"))
                .put(World.item(3, "Sub-task", 2, TO_DO));

        DeliveryBlock block = block(world, "OBJ-1");

        assertThat(block.total()).isEqualTo(1);
        assertThat(block.done()).isEqualTo(1);
        assertThat(block.excluded()).isEqualTo(1);
        assertThat(block.health()).isEqualTo(DeliveryHealth.DONE);
    }

    @Test
    void anInitiativeWhoseEpicHasStoriesCarriesNothingAndOneWithAnEmptyEpicNeither() {
        World world = World.small()
                .linkIssue("OBJ-1", 1)
                .put(World.item(1, "Initiative", 0, TO_DO))
                .epic(2, 1, TO_DO)
                .story(3, 2, DONE)
                .epic(4, 1, TO_DO);

        assertThat(block(world, "OBJ-1").items()).isEqualTo(2);
    }

    @Test
    void liveStoriesOfACancelledEpicStillTakeTheSizeFromTheInitiative() {
        World world = World.small()
                .linkIssue("OBJ-1", 1)
                .put(World.item(1, "Initiative", 0, TO_DO))
                .put(World.item(2, "Epic", 1, DONE).resolution("Obsolete"))
                .story(3, 2, TO_DO);

        DeliveryBlock block = block(world, "OBJ-1");

        assertThat(block.items()).isEqualTo(1);
        assertThat(block.excluded()).isEqualTo(1);
        assertThat(block.done()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        // resolution, category, excluded
        "Won't Do, DONE, 1",
        "WON'T FIX, DONE, 1",
        "cancelled, DONE, 1",
        "Fixed, DONE, 0",
        ", DONE, 0",
        "Won't Do, IN_PROGRESS, 0",
        "Duplicate, TO_DO, 0"
    })
    void cancelledIsDoneWithAResolutionOfTheSet(String resolution, StatusCategory category, int excluded) {
        World world = World.small()
                .linkIssue("OBJ-1", 1)
                .put(World.item(1, "Story", 0, category).resolution(resolution));

        DeliveryBlock block = block(world, "OBJ-1");

        assertThat(block.excluded()).isEqualTo(excluded);
        assertThat(block.items()).isEqualTo(1 - excluded);
    }

    @Test
    void cancelledSubTasksAreInNoNumber() {
        World world = World.small()
                .linkIssue("OBJ-1", 1)
                .story(1, 0, TO_DO)
                .put(World.item(2, "Sub-task", 1, DONE).resolution("Duplicate"));

        assertThat(block(world, "OBJ-1").excluded()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        // measure, plan's default, total, done, unsized
        "COUNT,             ,    4, 1, 0",
        "STORY_POINTS,      ,    7.5, 5.5, 2",
        "STORY_POINTS,      3,   11.5, 5.5, 2",
        "STORY_POINTS,      0,   5.5, 5.5, 2",
        "ORIGINAL_ESTIMATE, ,    61200, 3600, 2",
        "ORIGINAL_ESTIMATE, 600, 4800, 3600, 2",
    })
    void aMissingOrNegativeSizeTakesTheDefaultAndZeroIsASize(
            SizeMeasure measure, Double defaultSize, double total, double done, int unsized) {
        World world = new World()
                .plan("PLAN-1", measure, defaultSize)
                .theme("TH-1", "PLAN-1")
                .objective("OBJ-1", "TH-1")
                .linkIssue("OBJ-1", 1)
                .epic(1, 0, TO_DO)
                .put(World.item(2, "Story", 1, DONE).points(5.5).seconds(3600L))
                .put(World.item(3, "Story", 1, TO_DO).points(0.0).seconds(0L))
                .put(World.item(4, "Story", 1, TO_DO).points(-2.0).seconds(-5L))
                .put(World.item(5, "Story", 1, TO_DO));

        DeliveryBlock block = block(world, "OBJ-1");

        assertThat(block.total()).isEqualTo(total);
        assertThat(block.done()).isEqualTo(done);
        assertThat(block.items()).isEqualTo(4);
        assertThat(block.unsized()).isEqualTo(unsized);
    }

    @Test
    void workOfSizeZeroIsNoWork() {
        World world = new World()
                .plan("PLAN-1", SizeMeasure.STORY_POINTS, null)
                .theme("TH-1", "PLAN-1")
                .objective("OBJ-1", "TH-1")
                .linkIssue("OBJ-1", 1)
                .put(World.item(1, "Story", 0, DONE).points(0.0));

        DeliveryBlock block = block(world, "OBJ-1");

        assertThat(block.items()).isEqualTo(1);
        assertThat(block.progress()).isNull();
        assertThat(block.health()).isEqualTo(DeliveryHealth.NO_WORK);
    }

    @Test
    void manySmallSizesAddUpExactly() {
        World world = new World()
                .plan("PLAN-1", SizeMeasure.STORY_POINTS, null)
                .theme("TH-1", "PLAN-1")
                .objective("OBJ-1", "TH-1")
                .linkProject("OBJ-1", 1);
        for (int story = 1; story <= 10; story++) {
            world.put(World.item(story, "Story", 0, TO_DO).points(0.1));
        }

        assertThat(block(world, "OBJ-1").total()).isEqualTo(1.0);
    }

    @ParameterizedTest
    @CsvSource({
        // given weights of a link with 10 of 30 done and of one with all 10 done
        ", , 0.5",
        "3, , 0.5",
        "1, 1, 0.6666666666666666",
        "1, , 0.6666666666666666",
        ", 3, 0.8333333333333334"
    })
    void linksWeighBySizeUntilOneHasAGivenWeight(Double first, Double second, double progress) {
        World world = World.small()
                .link("OBJ-1", LinkTarget.issue("A-1", 1L), first)
                .link("OBJ-1", LinkTarget.issue("A-2", 2L), second);
        epicOf(world, 1, 10, 20);
        epicOf(world, 2, 10, 0);

        assertThat(block(world, "OBJ-1").progress()).isCloseTo(progress, within(1e-12));
        assertThat(score(world).delivery(1).progress()).isCloseTo(1 / 3.0, within(1e-12));
        assertThat(score(world).delivery(2).progress()).isEqualTo(1);
        assertThat(score(world).delivery(2).health()).isEqualTo(DeliveryHealth.DONE);
    }

    @Test
    void aGivenWeightOnALinkWithoutWorkStillMakesTheOthersWeighOne() {
        World world = World.small()
                .link("OBJ-1", LinkTarget.issue("A-1", 1L), null)
                .link("OBJ-1", LinkTarget.issue("A-2", 2L), null)
                .link("OBJ-1", LinkTarget.issue("GONE", null), 5.0);
        epicOf(world, 1, 10, 20);
        epicOf(world, 2, 10, 0);

        assertThat(block(world, "OBJ-1").progress()).isCloseTo(2 / 3.0, within(1e-12));
    }

    @Test
    void ownLinksWeighTheMeanOfTheSubObjectivesThatHaveWork() {
        World world = World.small()
                .objective("OBJ-2", "OBJ-1", 1, ObjectiveState.ACTIVE)
                .objective("OBJ-3", "OBJ-1", 3, ObjectiveState.ACTIVE)
                .objective("OBJ-4", "OBJ-1", 100, ObjectiveState.ACTIVE)
                .linkIssue("OBJ-1", 1)
                .linkIssue("OBJ-2", 2)
                .linkIssue("OBJ-3", 3);
        epicOf(world, 1, 1, 1);
        epicOf(world, 2, 0, 5);
        epicOf(world, 3, 7, 0);

        DeliveryBlock block = block(world, "OBJ-1");

        assertThat(block.progress()).isCloseTo((2 * 0.5 + 1 * 0 + 3 * 1) / 6, within(1e-12));
        assertThat(block.total()).isEqualTo(14);
        assertThat(block.done()).isEqualTo(8);
        assertThat(score(world).deliveries().shares("OBJ-1"))
                .containsExactly(
                        new Share("links", 0.5, 2),
                        new Share("OBJ-2", 0.0, 1),
                        new Share("OBJ-3", 1.0, 3),
                        new Share("OBJ-4", null, 100));
    }

    @Test
    void withoutOwnLinksTheSubObjectivesAreAlone() {
        World world = World.small()
                .objective("OBJ-2", "OBJ-1", 1, ObjectiveState.ACTIVE)
                .objective("OBJ-3", "OBJ-1", 3, ObjectiveState.ACTIVE)
                .linkIssue("OBJ-2", 2)
                .linkIssue("OBJ-3", 3);
        epicOf(world, 2, 0, 5);
        epicOf(world, 3, 7, 0);

        assertThat(block(world, "OBJ-1").progress()).isEqualTo(0.75);
    }

    @Test
    void themeAndPlanAreMeansOfWhatHasWorkAndTakeEachItemOnce() {
        World world = new World()
                .plan("PLAN-1")
                .theme("TH-1", "PLAN-1", 3)
                .theme("TH-2", "PLAN-1", 1)
                .theme("TH-3", "PLAN-1", 9)
                .objective("OBJ-1", "TH-1", 1, ObjectiveState.ACTIVE, LocalDate.parse("2026-07-01"), null)
                .objective("OBJ-2", "TH-1", 3, ObjectiveState.ACTIVE, null, LocalDate.parse("2026-07-02"))
                .objective("OBJ-3", "TH-2")
                .objective("OBJ-4", "TH-2")
                .linkIssue("OBJ-1", 1)
                .linkIssue("OBJ-2", 1)
                .linkIssue("OBJ-3", 1)
                .linkIssue("OBJ-2", 2);
        epicOf(world, 1, 1, 1);
        epicOf(world, 2, 2, 0);
        double first = 1.0 / 183;
        double third = 182.0 / 364;

        PlanScore score = score(world);

        assertThat(score.delivery("OBJ-2").progress()).isEqualTo(0.75);
        assertThat(score.delivery("TH-1").progress()).isCloseTo((0.5 + 3 * 0.75) / 4, within(1e-12));
        assertThat(score.delivery("TH-1").expected()).isCloseTo((first + 3 * 1) / 4, within(1e-12));
        assertThat(score.delivery("TH-1").total()).isEqualTo(4);
        assertThat(score.delivery("TH-2").progress()).isEqualTo(0.5);
        assertThat(score.delivery("TH-2").expected()).isCloseTo(third, within(1e-12));
        assertThat(score.delivery("TH-3").health()).isEqualTo(DeliveryHealth.NO_WORK);
        assertThat(score.delivery("TH-3").expected()).isNull();
        assertThat(score.delivery("PLAN-1").progress()).isCloseTo((3 * 0.6875 + 0.5) / 4, within(1e-12));
        assertThat(score.delivery("PLAN-1").total()).isEqualTo(4);
        assertThat(score.delivery("PLAN-1").done()).isEqualTo(3);
    }

    @Test
    void datesComeEachByItselfFromTheParentElseThePlan() {
        World world = new World()
                .plan("PLAN-1")
                .theme("TH-1", "PLAN-1")
                .objective("OBJ-1", "TH-1", 1, ObjectiveState.ACTIVE, LocalDate.parse("2026-06-22"), null)
                .objective("OBJ-2", "OBJ-1", 1, ObjectiveState.ACTIVE, null, LocalDate.parse("2026-07-12"))
                .objective("OBJ-3", "OBJ-2", 1, ObjectiveState.ACTIVE, null, null);

        assertThat(block(world, "OBJ-3").expected()).isEqualTo(0.5);
        assertThat(block(world, "OBJ-1").expected()).isEqualTo(10.0 / 192);
    }

    @Test
    void pastDueIsOffTrackUntilAllIsDone() {
        World world = new World()
                .plan("PLAN-1")
                .theme("TH-1", "PLAN-1")
                .objective("OBJ-1", "TH-1", 1, ObjectiveState.ACTIVE, null, LocalDate.parse("2026-07-01"))
                .objective("OBJ-2", "TH-1", 1, ObjectiveState.ACTIVE, null, LocalDate.parse("2026-07-02"))
                .linkIssue("OBJ-1", 1)
                .linkIssue("OBJ-2", 1);
        epicOf(world, 1, 19, 1);

        assertThat(block(world, "OBJ-1").health()).isEqualTo(DeliveryHealth.OFF_TRACK);
        assertThat(score(world).delivery(1).health()).isEqualTo(DeliveryHealth.OFF_TRACK);
        assertThat(block(world, "OBJ-2").health()).isEqualTo(DeliveryHealth.ON_TRACK);
        assertThat(block(world, "TH-1").health()).isEqualTo(DeliveryHealth.ON_TRACK);
    }

    @Test
    void aThemeAndItsPlanArePastDueAfterThePlansEnd() {
        World world = World.small().linkIssue("OBJ-1", 1);
        epicOf(world, 1, 19, 1);

        world.today = World.END;
        assertThat(block(world, "TH-1").health()).isEqualTo(DeliveryHealth.ON_TRACK);
        world.today = World.END.plusDays(1);
        assertThat(block(world, "TH-1").health()).isEqualTo(DeliveryHealth.OFF_TRACK);
        assertThat(block(world, "PLAN-1").health()).isEqualTo(DeliveryHealth.OFF_TRACK);
    }

    @ParameterizedTest
    @EnumSource(
            value = ObjectiveState.class,
            names = {"DRAFT", "ABANDONED"})
    void draftAndAbandonedObjectivesTakeNoPart(ObjectiveState state) {
        World world = World.small()
                .objective("OBJ-2", "TH-1", 1, state)
                .objective("OBJ-3", "OBJ-1", 1, state)
                .linkIssue("OBJ-1", 1)
                .linkIssue("OBJ-2", 2)
                .linkIssue("OBJ-3", 2);
        epicOf(world, 1, 1, 0);
        epicOf(world, 2, 0, 1);

        assertThat(block(world, "OBJ-2").health()).isEqualTo(DeliveryHealth.NO_WORK);
        assertThat(block(world, "OBJ-1").progress()).isEqualTo(1);
        assertThat(block(world, "PLAN-1").total()).isEqualTo(1);
    }

    @Test
    void anAchievedObjectiveKeepsItsBlockAndStaysInTheMeans() {
        World world = World.small()
                .objective("OBJ-2", "TH-1", 3, ObjectiveState.ACHIEVED)
                .linkIssue("OBJ-1", 1)
                .linkIssue("OBJ-2", 2);
        epicOf(world, 1, 0, 2);
        epicOf(world, 2, 1, 1);
        DeliveryBlock kept = new DeliveryBlock(9, 9, 0, 1.0, 0.5, 2.0, DeliveryHealth.DONE, 9, 0, 0);

        assertThat(block(world, "OBJ-2").progress()).isEqualTo(0.5);
        world.keep("OBJ-2", kept).keep("OBJ-1", kept);

        assertThat(block(world, "OBJ-2")).isEqualTo(kept);
        assertThat(block(world, "OBJ-1").progress()).isZero();
        assertThat(block(world, "TH-1").progress()).isEqualTo(0.75);
        assertThat(block(world, "TH-1").total()).isEqualTo(4);
        assertThat(block(world, "TH-1").done()).isEqualTo(1);
    }

    @Test
    void aContributionBringsItsItemsRemeasuredAndOnce() {
        World world = new World()
                .plan("PLAN-1", SizeMeasure.COUNT, null)
                .plan("PLAN-2", SizeMeasure.STORY_POINTS, null)
                .theme("TH-1", "PLAN-1")
                .theme("TH-2", "PLAN-2")
                .objective("OBJ-1", "TH-1")
                .objective("OBJ-9", "TH-2", 7, ObjectiveState.ACTIVE)
                .objective("OBJ-10", "OBJ-9")
                .linkIssue("OBJ-1", 1)
                .linkIssue("OBJ-10", 2)
                .linkProject("OBJ-9", 1)
                .contribution("OBJ-9", "OBJ-1", 3);
        world.epic(1, 0, TO_DO)
                .put(World.item(11, "Story", 1, DONE).points(8.0))
                .epic(2, 0, TO_DO)
                .put(World.item(21, "Story", 2, TO_DO).points(5.0))
                .put(World.item(22, "Story", 2, DONE).points(1.0));

        PlanScore score = score(world);

        assertThat(world.scoring().plan("PLAN-2").delivery("OBJ-10").total()).isEqualTo(6);
        assertThat(score.delivery("OBJ-10").total()).isEqualTo(2);
        assertThat(score.delivery("OBJ-9").total()).isEqualTo(3);
        // in PLAN-1 issue 11 is held by OBJ-1's own link, in PLAN-2 by its project: it reaches OBJ-1 twice and counts
        // once
        assertThat(score.delivery("OBJ-1").total()).isEqualTo(3);
        assertThat(score.delivery("OBJ-9").progress()).isEqualTo((1.0 + 0.5) / 2);
        assertThat(score.delivery("OBJ-1").progress()).isCloseTo((3 * 1 + 3 * 0.75) / 6, within(1e-12));
        assertThat(score.delivery("PLAN-1").total()).isEqualTo(3);
    }

    @Test
    void aDraftPlanContributesNothing() {
        World world = World.small()
                .plan("PLAN-2", PlanState.DRAFT, SizeMeasure.COUNT, null)
                .theme("TH-2", "PLAN-2")
                .objective("OBJ-9", "TH-2")
                .linkIssue("OBJ-9", 1)
                .contribution("OBJ-9", "OBJ-1", 1);
        epicOf(world, 1, 1, 1);

        assertThat(block(world, "OBJ-1").health()).isEqualTo(DeliveryHealth.NO_WORK);
        assertThat(world.scoring().plan("PLAN-2").delivery("OBJ-9").total()).isEqualTo(2);
    }

    @Test
    void archivedItemsKeepCounting() {
        World world = World.small()
                .linkIssue("OBJ-1", 1)
                .put(World.item(1, "Story", 0, DONE).archived())
                .linkIssue("OBJ-1", 2)
                .put(World.item(2, "Story", 0, TO_DO).archived());

        assertThat(block(world, "OBJ-1").progress()).isEqualTo(0.5);
    }

    @Test
    void aWholePlanIsScoredInOneCall() {
        World world = World.small().linkIssue("OBJ-1", 1);
        epicOf(world, 1, 1, 3);

        PlanScore score = io.throughline.core.scorecard.Scoring.score(
                world.model(), world.index(), "PLAN-1", world.today, WorkRules.defaults());

        assertThat(score.delivery("PLAN-1").progress()).isEqualTo(0.25);
    }

    @Test
    void itemsThatPassATestAreCountedOncePerNodeAndPerLink() {
        World world = epicOf(epicOf(World.small(), 1, 1, 1), 2, 0, 1)
                .linkIssue("OBJ-1", 1)
                .linkIssue("OBJ-1", 2);
        Scoring scoring = world.scoring();
        PlanScore score = scoring.plan("PLAN-1");

        ItemCounts all = score.deliveries().count(position -> true);
        ItemCounts open = score.deliveries().count(scoring.moment().work()::isOpen);

        assertThat(all.node("PLAN-1"))
                .isEqualTo(score.delivery("PLAN-1").items())
                .isEqualTo(3);
        assertThat(all.link(1)).isEqualTo(score.delivery(1).items()).isEqualTo(2);
        assertThat(open.node("OBJ-1")).isEqualTo(2);
        assertThat(open.link(2)).isEqualTo(1);
        assertThat(open.node("OBJ-99")).isZero();
    }
}

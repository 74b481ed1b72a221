package io.throughline.core.orphans;

import static io.throughline.core.work.StatusCategory.DONE;
import static io.throughline.core.work.StatusCategory.IN_PROGRESS;
import static io.throughline.core.work.StatusCategory.TO_DO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.throughline.core.World;
import io.throughline.core.coverage.Coverage;
import io.throughline.core.scorecard.Scoring;
import io.throughline.core.scorecard.Standing;
import io.throughline.core.strategy.Exemption;
import io.throughline.core.strategy.ObjectiveState;
import io.throughline.core.strategy.SizeMeasure;
import io.throughline.core.work.WorkView;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrphanScanTest {
    private static final String PLAN = "PLAN-1";

    private static List<String> listed(World world, OrphanKind kind) {
        return world.scoring().orphans(PLAN, world.exempting(), scan -> {
            List<String> found = new ArrayList<>();
            scan.forEach(kind, at -> {
                if (kind == OrphanKind.PROJECT) {
                    found.add(scan.work().projectKey(at).orElseThrow() + " "
                            + scan.openWork().orphan(at));
                } else {
                    found.add(scan.work().key(at) + " " + scan.openSize(at));
                }
            });
            return found;
        });
    }

    /** The worked example of {@link OrphanScan}. */
    private static World example() {
        return World.small()
                .epic(1, 0, IN_PROGRESS)
                .story(2, 1, TO_DO)
                .story(3, 1, TO_DO)
                .story(4, 1, DONE)
                .story(5, 1, TO_DO)
                .exempt(Exemption.Kind.ISSUE, "A-5", 5L);
    }

    @Test
    void anEpicWithAnAlignedOpenStoryIsPartial() {
        World world = example().linkIssue("OBJ-1", 2);

        assertThat(listed(world, OrphanKind.PARTIAL)).containsExactly("A-1 1.0");
        assertThat(listed(world, OrphanKind.EPIC)).isEmpty();
        assertThat(listed(world, OrphanKind.ISSUE)).isEmpty();
        assertThat(listed(world, OrphanKind.PROJECT)).isEmpty();
    }

    @Test
    void anEpicWithoutOneIsAnEpicOfItsOpenOrphanSize() {
        World world = example();

        assertThat(listed(world, OrphanKind.EPIC)).containsExactly("A-1 2.0");
        assertThat(listed(world, OrphanKind.PARTIAL)).isEmpty();
        assertThat(listed(world, OrphanKind.PROJECT)).containsExactly("P1 2.0");
    }

    @Test
    void anAlignedStoryThatIsDoneMakesNoEpicPartial() {
        World world = example().linkIssue("OBJ-1", 4);

        assertThat(listed(world, OrphanKind.EPIC)).containsExactly("A-1 2.0");
    }

    @Test
    void initiativesAndEpicsAreListedBothAndCountWhatIsBelowThem() {
        World world = World.small()
                .put(World.item(1, "Initiative", 0, TO_DO))
                .epic(2, 1, TO_DO)
                .story(3, 2, TO_DO)
                .epic(4, 1, TO_DO);

        assertThat(listed(world, OrphanKind.EPIC)).containsExactlyInAnyOrder("A-1 2.0", "A-2 1.0", "A-4 1.0");
    }

    @ParameterizedTest
    @CsvSource({
        // the epic's status, whether it is archived, whether the story is listed itself
        "TO_DO, false, false",
        "DONE, false, true",
        "TO_DO, true, true"
    })
    void aStoryIsReportedThroughItsOpenEpicOrElseItself(
            io.throughline.core.work.StatusCategory category, boolean archived, boolean listed) {
        World.Item epic = World.item(1, "Epic", 0, category);
        World world = World.small().put(archived ? epic.archived() : epic).story(2, 1, TO_DO);

        assertThat(listed(world, OrphanKind.ISSUE)).hasSize(listed ? 1 : 0);
    }

    @Test
    void subTasksAndDoneAndArchivedWorkAreNoOrphans() {
        World world = World.small()
                .put(World.item(1, "Sub-task", 0, TO_DO))
                .story(2, 0, DONE)
                .put(World.item(3, "Story", 0, TO_DO).archived());

        for (OrphanKind kind : List.of(OrphanKind.PROJECT, OrphanKind.EPIC, OrphanKind.PARTIAL, OrphanKind.ISSUE)) {
            assertThat(listed(world, kind)).as("%s", kind).isEmpty();
        }
    }

    @Test
    void openWorkThatOnlyAnAchievedObjectiveHoldsIsOrphan() {
        World world = new World().plan(PLAN).theme("TH-1", PLAN);
        world.objective("OBJ-1", "TH-1", 1, ObjectiveState.ACHIEVED)
                .linkIssue("OBJ-1", 1)
                .story(1, 0, TO_DO);

        assertThat(listed(world, OrphanKind.ISSUE)).containsExactly("A-1 1.0");
    }

    @Test
    void exemptWorkOfAProjectLeavesTheRestOfItOrphan() {
        World world = World.small().story(1, 0, TO_DO).story(2, 0, TO_DO).exempt(Exemption.Kind.ISSUE, "A-1", 1L);

        assertThat(listed(world, OrphanKind.PROJECT)).containsExactly("P1 1.0");
        world.exempt(Exemption.Kind.ISSUE, "A-2", 2L);
        assertThat(listed(world, OrphanKind.PROJECT)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "PROJECT, P1, 1",
        "ISSUE, A-1, 1",
        "ISSUE_TYPE, EPIC, ",
        "LABEL, run, ",
        "JQL, project = RUN, ",
    })
    void anExemptionCoversWhatItMatchesAndAllBelowInAnyProject(Exemption.Kind kind, String ref, Long target) {
        World world = World.small()
                .epic(1, 0, TO_DO)
                .put(World.item(2, "Story", 1, TO_DO).project(2))
                .put(World.item(3, "Story", 0, TO_DO).project(2))
                .exempt(kind, ref, target, 1);

        assertThat(listed(world, OrphanKind.EPIC)).isEmpty();
        assertThat(listed(world, OrphanKind.ISSUE)).containsExactly("A-3 1.0");
        assertThat(world.scoring().standing(2, world.exempting())).contains(Standing.EXEMPT);
        assertThat(world.exempting().covering(world.scoring().rollup().work(), 0))
                .isPresent();
    }

    @Test
    void aWholeProjectIsCoveredByWhatExemptsItAndByNothingElse() {
        World world = World.small()
                .story(1, 0, TO_DO)
                .put(World.item(2, "Story", 0, TO_DO).project(2))
                .exempt(Exemption.Kind.ISSUE_TYPE, "Story", null)
                .exempt(Exemption.Kind.PROJECT, "P2", 2L);
        WorkView work = world.scoring().rollup().work();

        assertThat(world.exempting().coveringProject(work, work.projectNumber(1).orElseThrow()))
                .isEmpty();
        assertThat(world.exempting().coveringProject(work, work.projectNumber(2).orElseThrow()))
                .map(Exemption::ref)
                .contains("P2");
    }

    @ParameterizedTest
    @CsvSource({"2026-07-01, ORPHAN", "2026-07-02, EXEMPT", "2026-07-03, EXEMPT", ", EXEMPT"})
    void anExemptionIsValidThroughTheDayOnWhichItExpires(LocalDate expires, Standing standing) {
        World world = World.small().story(1, 0, TO_DO);
        world.today = LocalDate.parse("2026-07-02");
        world.exempt(Exemption.Kind.ISSUE, "A-1", 1L, expires);

        assertThat(world.scoring().standing(1, world.exempting())).contains(standing);
    }

    @Test
    void withoutAPlanWorkIsHeldAgainstAllActivePlansAndCounted() {
        World world = World.small()
                .plan("PLAN-2")
                .theme("TH-2", "PLAN-2")
                .objective("OBJ-2", "TH-2")
                .linkIssue("OBJ-2", 1)
                .put(World.item(1, "Story", 0, TO_DO).points(5.0))
                .put(World.item(2, "Story", 0, TO_DO).points(3.0));
        Scoring scoring = world.scoring();

        Coverage all =
                scoring.orphans(null, world.exempting(), scan -> scan.openWork().total());

        assertThat(all).isEqualTo(new Coverage(2, 1, 1, 0));
        assertThat(listed(world, OrphanKind.ISSUE)).containsExactly("A-1 1.0", "A-2 1.0");
    }

    @Test
    void aThemeHasTheAlignedSizeOfItsObjectivesEachItemOnce() {
        World world = World.small()
                .objective("OBJ-2", "OBJ-1")
                .theme("TH-2", PLAN)
                .objective("OBJ-3", "TH-2")
                .linkIssue("OBJ-1", 1)
                .linkIssue("OBJ-2", 1)
                .linkIssue("OBJ-3", 1)
                .linkIssue("OBJ-2", 2)
                .story(1, 0, TO_DO)
                .story(2, 0, TO_DO)
                .story(3, 0, TO_DO);
        Scoring scoring = world.scoring();

        Map<String, Double> parts =
                scoring.orphans(PLAN, world.exempting(), scan -> scoring.alignedByTheme(PLAN, scan));

        assertThat(parts).isEqualTo(Map.of("TH-1", 2.0, "TH-2", 1.0));
    }

    /** The arrays that a scan fills grow on the way: with more of each than they begin with, nothing is lost. */
    @Test
    void thousandsOfOrphansAreListedEachWithItsSize() {
        World world = World.small().plan("PLAN-2");
        int epics = 700;
        int singles = 2_500;
        for (long epic = 1; epic <= epics; epic++) {
            world.epic(epic, 0, TO_DO);
        }
        for (long story = 0; story < 3L * epics; story++) {
            world.story(10_000 + story, 1 + story % epics, TO_DO);
        }
        for (long single = 0; single < singles; single++) {
            world.story(20_000 + single, 0, TO_DO);
        }

        assertThat(listed(world, OrphanKind.EPIC)).hasSize(epics).allMatch(each -> each.endsWith(" 3.0"));
        assertThat(listed(world, OrphanKind.ISSUE))
                .hasSize(singles)
                .doesNotHaveDuplicates()
                .allMatch(each -> each.startsWith("A-2") && each.endsWith(" 1.0"));
        assertThat(listed(world, OrphanKind.PROJECT)).containsExactly("P1 " + (3.0 * epics + singles));
    }

    @Test
    void eachItemTellsWhetherItIsOrphanOrExempt() {
        World world = example().linkIssue("OBJ-1", 2).put(World.item(6, "Sub-task", 3, TO_DO));

        assertThat(where(world, OrphanScan::isOrphan)).containsExactly("A-1", "A-3");
        assertThat(where(world, OrphanScan::isExempt)).containsExactly("A-5");
    }

    private interface Wanted {
        boolean holds(OrphanScan scan, int position);
    }

    private static List<String> where(World world, Wanted test) {
        return world.scoring().orphans(PLAN, world.exempting(), scan -> {
            List<String> found = new ArrayList<>();
            for (int at = 0; at < scan.work().positions(); at++) {
                if (test.holds(scan, at)) {
                    found.add(scan.work().key(at));
                }
            }
            return found.stream().sorted().toList();
        });
    }

    @Test
    void sizesAreInTheMeasureOfThePlanWithItsDefault() {
        World world = new World().plan(PLAN, SizeMeasure.STORY_POINTS, 2.0).theme("TH-1", PLAN);
        world.objective("OBJ-1", "TH-1")
                .epic(1, 0, TO_DO)
                .put(World.item(2, "Story", 1, TO_DO).points(5.0))
                .story(3, 0, TO_DO)
                .put(World.item(4, "Story", 0, TO_DO).points(3.0))
                .linkIssue("OBJ-1", 4);

        assertThat(listed(world, OrphanKind.EPIC)).containsExactly("A-1 5.0");
        assertThat(listed(world, OrphanKind.ISSUE)).containsExactly("A-3 2.0");
        Scoring scoring = world.scoring();
        assertThat(scoring.orphans(PLAN, world.exempting(), OrphanScan::measure))
                .isEqualTo(SizeMeasure.STORY_POINTS);
        Map<String, Double> parts =
                scoring.orphans(PLAN, world.exempting(), scan -> scoring.alignedByTheme(PLAN, scan));
        assertThat(parts).isEqualTo(Map.of("TH-1", 3.0));
    }

    @Test
    void aProjectIsAsOldAsTheNewestChangeOfAnythingInIt() {
        World world = World.small()
                .story(1, 0, DONE)
                .put(World.item(2, "Story", 0, TO_DO).project(2));

        List<Long> updated = world.scoring()
                .orphans(PLAN, world.exempting(), scan -> List.of(scan.updatedOfProject(0), scan.updatedOfProject(1)));

        assertThat(updated).containsOnly(World.THEN.toEpochMilli());
    }

    @Test
    void aScanIsOfWorkOnly() {
        assertThatThrownBy(() -> listed(World.small(), OrphanKind.STALE_KPI))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("STALE_KPI");
    }
}

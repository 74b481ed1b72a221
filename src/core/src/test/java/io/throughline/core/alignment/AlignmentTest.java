package io.throughline.core.alignment;

import static io.throughline.core.work.StatusCategory.TO_DO;
import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.core.World;
import io.throughline.core.strategy.LinkTarget;
import io.throughline.core.strategy.ObjectiveState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class AlignmentTest {
    /** Initiative 1 > epic 2 > story 3 > sub-task 4, all in project 1; story 5 of project 2 under epic 2; story 6 alone. */
    private static World tree() {
        World world = new World().plan("PLAN-1").theme("TH-1", "PLAN-1");
        for (int number = 1; number <= 5; number++) {
            world.objective("OBJ-" + number, "TH-1");
        }
        return world.put(World.item(1, "Initiative", 0, TO_DO))
                .epic(2, 1, TO_DO)
                .story(3, 2, TO_DO)
                .put(World.item(4, "Sub-task", 3, TO_DO))
                .put(World.item(5, "Story", 2, TO_DO).project(2))
                .story(6, 0, TO_DO);
    }

    private static String serves(World world, long issue) {
        return world.scoring().servings("PLAN-1", issue).stream()
                .map(each -> each.objective() + " " + each.via() + " " + each.viaRef() + " " + each.viaIssue())
                .reduce((a, b) -> a + ", " + b)
                .orElse("nothing");
    }

    @ParameterizedTest
    @CsvSource({
        "1, OBJ-1 SELF A-1 1",
        "2, OBJ-1 PARENT A-1 1",
        "3, OBJ-1 PARENT A-1 1",
        "4, OBJ-1 PARENT A-1 1",
        "5, OBJ-1 PARENT A-1 1",
        "6, nothing"
    })
    void aLinkHoldsTheIssueAndEverythingBelowIt(long issue, String expected) {
        World world = tree().linkIssue("OBJ-1", 1);

        assertThat(serves(world, issue)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "1, OBJ-1 SELF A-1 1",
        "2, OBJ-2 SELF A-2 2",
        "3, OBJ-2 PARENT A-2 2",
        "4, OBJ-3 SELF A-4 4",
        "5, OBJ-2 PARENT A-2 2"
    })
    void theNearestLinkWins(long issue, String expected) {
        World world = tree().linkIssue("OBJ-1", 1).linkIssue("OBJ-2", 2).linkIssue("OBJ-3", 4);

        assertThat(serves(world, issue)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "1, OBJ-5 PROJECT P1 0",
        "2, OBJ-4 QUERY query 2 2",
        "3, OBJ-4 QUERY query 2 2",
        "4, OBJ-4 QUERY query 2 2",
        "5, OBJ-3 SELF A-5 5",
        "6, OBJ-5 PROJECT P1 0"
    })
    void aQueryComesAfterIssuesAndBeforeTheProject(long issue, String expected) {
        World world = tree().linkIssue("OBJ-3", 5).linkQuery("OBJ-4", 2).linkProject("OBJ-5", 1);

        assertThat(serves(world, issue)).isEqualTo(expected);
    }

    @Test
    void aLinkedAncestorBeatsAQueryThatMatchesTheItemItself() {
        World world = tree().linkIssue("OBJ-1", 1).linkQuery("OBJ-2", 3);

        assertThat(serves(world, 3)).isEqualTo("OBJ-1 PARENT A-1 1");
    }

    @Test
    void theNearestMatchedAncestorWinsAmongQueries() {
        World world = tree().linkQuery("OBJ-1", 1).linkQuery("OBJ-2", 2);

        assertThat(serves(world, 3)).isEqualTo("OBJ-2 QUERY query 2 2");
    }

    @Test
    void anItemServesItsOwnProjectNotItsParents() {
        World world = tree().linkProject("OBJ-1", 1);

        assertThat(serves(world, 5)).isEqualTo("nothing");
    }

    @Test
    void severalLinksOnTheSameStepAllCount() {
        World world = tree().linkIssue("OBJ-2", 2)
                .linkIssue("OBJ-1", 2)
                .linkQuery("OBJ-3", 6)
                .linkQuery("OBJ-4", 6)
                .linkProject("OBJ-4", 1)
                .linkProject("OBJ-5", 1);

        assertThat(serves(world, 3)).isEqualTo("OBJ-2 PARENT A-2 2, OBJ-1 PARENT A-2 2");
        assertThat(serves(world, 6)).isEqualTo("OBJ-3 QUERY query 3 6, OBJ-4 QUERY query 4 6");
        assertThat(serves(world, 1)).isEqualTo("OBJ-4 PROJECT P1 0, OBJ-5 PROJECT P1 0");
    }

    @Test
    void insideOneObjectiveTheOlderLinkHoldsTheItem() {
        World world = tree().linkQuery("OBJ-1", 6).linkQuery("OBJ-2", 6).linkQuery("OBJ-1", 6);

        assertThat(world.scoring().servings("PLAN-1", 6))
                .extracting(Serving::link)
                .containsExactly(1L, 2L);
    }

    @ParameterizedTest
    @EnumSource(ObjectiveState.class)
    void onlyActiveAndAchievedObjectivesHoldItems(ObjectiveState state) {
        World world = tree().objective("OBJ-9", "TH-1", 1, state)
                .linkIssue("OBJ-9", 3)
                .linkIssue("OBJ-1", 2);

        boolean holds = state == ObjectiveState.ACTIVE || state == ObjectiveState.ACHIEVED;
        assertThat(serves(world, 3)).isEqualTo(holds ? "OBJ-9 SELF A-3 3" : "OBJ-1 PARENT A-2 2");
    }

    @Test
    void eachPlanAlignsByItsOwnLinksAlone() {
        World world = tree().plan("PLAN-2")
                .theme("TH-2", "PLAN-2")
                .objective("OBJ-20", "TH-2")
                .linkIssue("OBJ-1", 3)
                .linkIssue("OBJ-20", 1);

        assertThat(world.scoring().servings("PLAN-1", 3))
                .extracting(Serving::objective)
                .containsExactly("OBJ-1");
        assertThat(world.scoring().servings("PLAN-2", 3))
                .extracting(Serving::objective)
                .containsExactly("OBJ-20");
    }

    @Test
    void aTargetThatDoesNotExistHoldsNothing() {
        World world = tree().link("OBJ-1", LinkTarget.issue("GONE-1", null), null)
                .link("OBJ-1", LinkTarget.issue("GONE-2", 999L), null)
                .link("OBJ-1", LinkTarget.project("GONE", 99L), null)
                .link("OBJ-1", LinkTarget.jql("never evaluated"), null)
                .linkQuery("OBJ-1", 999);

        for (long issue = 1; issue <= 6; issue++) {
            assertThat(serves(world, issue)).isEqualTo("nothing");
        }
    }

    @Test
    void anUnknownIssueServesNothing() {
        assertThat(serves(tree().linkProject("OBJ-1", 1), 999)).isEqualTo("nothing");
    }

    @Test
    void aStaleParentHandsNothingDown() {
        World world = tree().story(7, 3, TO_DO).linkIssue("OBJ-1", 3);

        assertThat(serves(world, 7)).isEqualTo("nothing");
    }
}

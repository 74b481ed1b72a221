package io.throughline.core.delivery;

import static io.throughline.core.work.StatusCategory.DONE;
import static io.throughline.core.work.StatusCategory.TO_DO;
import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.core.World;
import io.throughline.core.strategy.LinkTarget;
import io.throughline.core.strategy.SizeMeasure;
import io.throughline.core.work.WorkIndex;
import io.throughline.core.work.WorkRules;
import org.junit.jupiter.api.Test;

/** Who follows the index is current by itself; who left stays as it was until it is asked to look again. */
class KeptSumsTest {
    private final World world = World.small()
            .plan("PLAN-2")
            .theme("TH-2", "PLAN-2")
            .objective("OBJ-2", "TH-2")
            .linkIssue("OBJ-1", 1)
            .linkIssue("OBJ-2", 2)
            .epic(1, 0, TO_DO)
            .epic(2, 0, TO_DO);
    private final WorkIndex index = world.index();
    private final Rollup rollup = rollup(world, index);

    private static Rollup rollup(World world, WorkIndex index) {
        return new Rollup(world.model(), index.view(world.rules), world.queries(), world.today, world.zone);
    }

    private double done(String plan) {
        return rollup.tallies(plan).byNode().get(plan).done();
    }

    private void finish(long epic) {
        index.upsert(World.item(epic, "Epic", 0, DONE).build());
    }

    @Test
    void whoFollowsIsCurrentWithoutBeingAsked() {
        rollup.follow();

        finish(1);

        assertThat(done("PLAN-1")).isEqualTo(1);
        assertThat(done("PLAN-2")).isZero();
    }

    @Test
    void whoBeginsToFollowTakesOverWhatChangedBefore() {
        finish(1);

        rollup.follow();

        assertThat(done("PLAN-1")).isEqualTo(1);
    }

    @Test
    void whoLeftStaysAsItWasUntilItLooksAgain() {
        rollup.follow();
        rollup.leave();

        finish(1);
        assertThat(done("PLAN-1")).isZero();

        rollup.refresh();
        assertThat(done("PLAN-1")).isEqualTo(1);
    }

    @Test
    void onlyThePlanWhoseWorkChangedIsTouched() {
        rollup.follow();
        long first = rollup.touched("PLAN-1");
        long second = rollup.touched("PLAN-2");

        finish(1);

        assertThat(rollup.touched("PLAN-1")).isGreaterThan(first);
        assertThat(rollup.touched("PLAN-2")).isEqualTo(second);
    }

    @Test
    void otherRulesTouchEveryPlan() {
        rollup.follow();
        long first = rollup.touched("PLAN-1");
        WorkRules others = new WorkRules(world.rules.levels(), world.rules.cancelled(), 5, 60);

        index.view(others);

        assertThat(rollup.touched("PLAN-1")).isGreaterThan(first);
        assertThat(rollup.rules()).isEqualTo(others);
    }

    @Test
    void aPlanIsMeasuredInItsOwnMeasure() {
        World other = new World().plan("PLAN-1", SizeMeasure.STORY_POINTS, null);

        assertThat(rollup(other, other.index()).measure("PLAN-1")).isEqualTo(SizeMeasure.STORY_POINTS);
    }

    /** OBJ-3 counts under OBJ-1 and OBJ-2 of another plan, which meet in their theme; the epic is linked to OBJ-1 as well. */
    @Test
    void workThatComesIntoANodeByTwoWaysIsThereOnce() {
        World diamond = World.small()
                .objective("OBJ-2", "TH-1")
                .plan("PLAN-2")
                .theme("TH-2", "PLAN-2")
                .objective("OBJ-3", "TH-2")
                .contribution("OBJ-3", "OBJ-1", 1)
                .contribution("OBJ-3", "OBJ-2", 1)
                .linkIssue("OBJ-3", 1)
                .linkIssue("OBJ-1", 1)
                .epic(1, 0, TO_DO);
        WorkIndex of = diamond.index();
        Rollup sums = rollup(diamond, of);
        sums.follow();

        of.upsert(World.item(1, "Epic", 0, DONE).build());

        for (String node : new String[] {"PLAN-1", "TH-1", "OBJ-1", "OBJ-2", "OBJ-3"}) {
            assertThat(sums.tallies("PLAN-1").byNode().get(node).items())
                    .as(node)
                    .isEqualTo(1);
            assertThat(sums.tallies("PLAN-1").byNode().get(node).done())
                    .as(node)
                    .isEqualTo(1);
        }
    }

    @Test
    void aChangeWritesAsManyAccountsAsItsLinksHaveHoweverDeepTheStrategyIs() {
        rollup.follow();
        long before = rollup.accountsWritten();

        finish(1);

        assertThat(rollup.accountsWritten() - before).isEqualTo(1); // what it was and what it is, at once, in one link
    }

    /** Even one that until then had the very links that it also inherited. */
    @Test
    void aChildWithALinkOfItsOwnKeepsItWhenItsSiblingsMoveAlong() {
        World family = World.small().linkQuery("OBJ-1", 1, 5);
        family.put(World.item(1, "Initiative", 0, TO_DO));
        family.put(World.item(2, "Initiative", 0, TO_DO));
        family.put(World.item(3, "Epic", 1, TO_DO));
        for (long id = 4; id <= 6; id++) {
            family.put(World.item(id, "Story", 3, TO_DO));
        }
        WorkIndex of = family.index();
        of.settle();
        Rollup sums = rollup(family, of);
        sums.follow();
        assertThat(sums.tallies("PLAN-1").byNode().get("OBJ-1").items()).isEqualTo(3);

        of.upsert(World.item(3, "Epic", 2, TO_DO).build());

        assertThat(sums.tallies("PLAN-1").byNode().get("OBJ-1").items()).isEqualTo(2); // the initiative itself, and 5
    }

    /** More groups (claims and places), link sets and accounts than the arrays begin with. */
    @Test
    void twoThousandLinksOverTwoThousandProjectsAreSummedLikeAFew() {
        World large = World.small();
        for (long id = 1; id <= 2_000; id++) {
            large.put(World.item(id, "Epic", 0, id % 2 == 0 ? DONE : TO_DO).project(id));
            large.link("OBJ-1", LinkTarget.issue("A-" + id, id), null);
        }
        WorkIndex of = large.index();
        Rollup many = rollup(large, of);
        many.follow();

        Tally all = many.tallies("PLAN-1").byNode().get("OBJ-1");
        assertThat(all.total()).isEqualTo(2_000);
        assertThat(all.done()).isEqualTo(1_000);
        assertThat(many.tallies("PLAN-1").byLink()).hasSize(2_000);
        assertThat(many.tallies("PLAN-1").byLink().get(1_500L).done()).isEqualTo(1);

        for (long id = 2_001; id <= 4_000; id++) { // stories of their own places, come later
            of.upsert(World.item(id, "Story", id - 2_000, TO_DO).project(id).build());
        }
        assertThat(many.tallies("PLAN-1").byNode().get("OBJ-1").items()).isEqualTo(2_000);
        assertThat(many.tallies("PLAN-1").byNode().get("OBJ-1").done()).isZero();
    }
}

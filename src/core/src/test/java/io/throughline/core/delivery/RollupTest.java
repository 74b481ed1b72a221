package io.throughline.core.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.core.RandomChanges;
import io.throughline.core.RandomWorld;
import io.throughline.core.World;
import io.throughline.core.scorecard.Moment;
import io.throughline.core.scorecard.Scoring;
import io.throughline.core.strategy.Plan;
import io.throughline.core.work.WorkIndex;
import io.throughline.core.work.WorkView;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Sums that are kept change by change are those of a fresh start, to the last unit. The seed of a failure is in its name. */
class RollupTest {
    private static final int BATCH = 40;
    /** After so many batches all is worked out anew where it is, by several hands. */
    private static final int ANEW = 5;

    static LongStream seeds() {
        return LongStream.rangeClosed(1, Long.getLong("worlds", 40));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void keptSumsAreThoseOfAFreshStart(long seed) {
        new Run(seed).changes(400);
    }

    @Tag("slow")
    @Test
    void veryManyChangesLaterTheSumsAreStillThoseOfAFreshStart() {
        long changes = 0;
        Map<RandomChanges.Kind, Integer> done = new EnumMap<>(RandomChanges.Kind.class);
        for (long seed = 10_000; changes < Long.getLong("changes", 100_000); seed++) {
            Run run = new Run(seed);
            changes += run.changes(10_000);
            run.random.counts().forEach((kind, count) -> done.merge(kind, count, Integer::sum));
        }

        System.out.println("Changes: " + done);
        assertThat(done.keySet()).containsExactly(RandomChanges.Kind.values());
    }

    /** One world, changed again and again; the same index and roll-up all the time, unless the strategy's structure changes. */
    private static final class Run {
        private final World world;
        private final RandomChanges random;
        private final WorkIndex index;
        private final String seed;
        private Scoring kept;

        Run(long seed) {
            this.seed = "seed " + seed;
            world = RandomWorld.of(seed);
            index = world.index();
            random = new RandomChanges(world, index, seed);
            kept = new Scoring(moment(index)).follow();
        }

        private Moment moment(WorkIndex of) {
            return new Moment(
                    world.model(), of.view(world.rules), world.queries(), world.achieved, world.today, world.zone);
        }

        long changes(int wanted) {
            for (int change = 0; change < wanted; change += BATCH) {
                StringBuilder batch = new StringBuilder(seed);
                for (int each = 0; each < BATCH; each++) {
                    batch.append(' ').append(random.change());
                }
                Scoring next = kept.next(moment(index));
                if (next.rollup() != kept.rollup()) {
                    kept.leave();
                    next.follow();
                }
                kept = next;
                compare(batch.toString());
                if (change / BATCH % ANEW == ANEW - 1) {
                    index.deriveAll();
                    compare(batch.append(" and all anew").toString());
                }
            }
            return wanted;
        }

        private void compare(String what) {
            WorkIndex fresh = world.index();
            fresh.settle(); // works everything out by whole passes, where the kept one goes change by change
            Scoring other = new Scoring(moment(fresh)).follow();
            fresh.deriveAll(); // the second time several hands do it
            Rollup expected = other.rollup();
            assertThat(index.size()).as(what).isEqualTo(world.items.size());
            assertThat(index.view(world.rules).staleParents())
                    .as(what)
                    .isEqualTo(fresh.view(world.rules).staleParents());
            for (Plan plan : world.plans) {
                assertThat(numbers(kept.rollup(), plan.key())).as(what).isEqualTo(numbers(expected, plan.key()));
                assertThat(itemIds(kept.rollup(), plan.key())).as(what).isEqualTo(itemIds(expected, plan.key()));
            }
        }

        private static Map<String, String> numbers(Rollup rollup, String plan) {
            Map<String, String> numbers = new TreeMap<>();
            Tallies tallies = rollup.tallies(plan);
            tallies.byNode().forEach((key, tally) -> numbers.put(key, words(tally)));
            tallies.byLink().forEach((link, tally) -> numbers.put("link " + link, words(tally)));
            WorkView work = rollup.work();
            ItemCounts hidden = rollup.count(plan, new Hiding() {
                @Override
                public boolean hidesProject(int project) {
                    return work.projectId(project) == 2;
                }

                @Override
                public boolean hidesItem(int position) {
                    return work.id(position) % 2 == 0;
                }
            });
            tallies.byNode().keySet().forEach(key -> numbers.merge(key, " hidden " + hidden.node(key), String::concat));
            return numbers;
        }

        private static Set<Long> itemIds(Rollup rollup, String plan) {
            Set<Long> ids = new TreeSet<>();
            rollup.items(plan, plan).forEach(item -> ids.add(rollup.work().id(item.position())));
            return ids;
        }

        private static String words(Tally tally) {
            return tally.total() + " " + tally.done() + " " + tally.inProgress() + " " + tally.items() + " "
                    + tally.unsized() + " " + tally.excluded() + " " + Arrays.toString(tally.finishedByWeek());
        }
    }
}

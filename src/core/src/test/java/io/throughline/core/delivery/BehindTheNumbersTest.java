package io.throughline.core.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.core.RandomChanges;
import io.throughline.core.RandomWorld;
import io.throughline.core.World;
import io.throughline.core.strategy.Plan;
import io.throughline.core.strategy.PlanOutline;
import io.throughline.core.work.WorkIndex;
import io.throughline.core.work.WorkView;
import java.util.Comparator;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The items behind a number, in their order, and how many of them somebody may not see, counted one by one. */
class BehindTheNumbersTest {
    static LongStream seeds() {
        return LongStream.rangeClosed(1, Long.getLong("worlds", 40));
    }

    /** Hides project 2, and of items with a security level those with an even id. */
    private static Hiding hiding(WorkView work) {
        return new Hiding() {
            @Override
            public boolean hidesProject(int project) {
                return work.projectId(project) == 2;
            }

            @Override
            public boolean hidesItem(int position) {
                return work.id(position) % 2 == 0;
            }
        };
    }

    private static boolean isHidden(WorkView work, int at) {
        boolean secured = work.securityLevel(at).isPresent();
        return work.projectId(work.project(at)) == 2 || (secured && work.id(at) % 2 == 0);
    }

    private static void check(Rollup rollup, String plan, String node) {
        WorkView work = rollup.work();
        List<HeldItem> items = rollup.items(plan, node);
        List<Integer> carrying = items.stream()
                .filter(item -> !item.excluded())
                .map(HeldItem::position)
                .toList();

        assertThat(rollup.tallies(plan).byNode().get(node).items()).isEqualTo(carrying.size());
        assertThat(rollup.count(plan, hiding(work)).node(node))
                .as("hidden of %s in %s", node, plan)
                .isEqualTo(carrying.stream().filter(at -> isHidden(work, at)).count());
        assertThat(rollup.count(plan, at -> work.id(at) % 3 == 0).node(node))
                .as("every third of %s in %s", node, plan)
                .isEqualTo(carrying.stream().filter(at -> work.id(at) % 3 == 0).count());
        assertThat(items).isSortedAccordingTo(fromTheTop(work));
    }

    private static Comparator<HeldItem> fromTheTop(WorkView work) {
        return (one, other) -> {
            int byLevel = Integer.compare(work.level(other.position()), work.level(one.position()));
            int byParent = Long.compare(parentId(work, one.position()), parentId(work, other.position()));
            int byId = Long.compare(work.id(one.position()), work.id(other.position()));
            return byLevel != 0 ? byLevel : byParent != 0 ? byParent : byId;
        };
    }

    private static long parentId(WorkView work, int at) {
        int parent = work.parent(at);
        return parent == WorkView.NONE ? 0 : work.id(parent);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whatIsBehindEachNodeIsCountedAsItIsListed(long seed) {
        World world = RandomWorld.of(seed);
        WorkIndex index = world.index();
        RandomChanges changes = new RandomChanges(world, index, seed);
        for (int change = 0; change < 60; change++) {
            changes.change();
        }
        Rollup rollup = new Rollup(world.model(), index.view(world.rules), world.queries(), world.today, world.zone);
        for (Plan plan : world.model().plans()) {
            for (PlanOutline.Node node :
                    PlanOutline.of(world.model(), plan.key()).orElseThrow().nodes()) {
                check(rollup, plan.key(), node.key());
            }
        }
    }
}

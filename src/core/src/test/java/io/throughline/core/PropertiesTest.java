package io.throughline.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.core.delivery.DeliveryBlock;
import io.throughline.core.delivery.HeldItem;
import io.throughline.core.scorecard.PlanScore;
import io.throughline.core.scorecard.Scoring;
import io.throughline.core.strategy.Plan;
import io.throughline.core.strategy.PlanOutline;
import io.throughline.core.work.WorkIndex;
import io.throughline.core.work.WorkItem;
import io.throughline.core.work.WorkView;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What must hold in every world; the seed of a failing one is in the test's name. */
class PropertiesTest {
    static LongStream seeds() {
        return LongStream.rangeClosed(1000, 1000 + Long.getLong("worlds", 100));
    }

    private static Map<String, DeliveryBlock> blocks(World world, Scoring scoring) {
        Map<String, DeliveryBlock> blocks = new TreeMap<>();
        for (Plan plan : world.plans) {
            PlanScore score = scoring.plan(plan.key());
            for (PlanOutline.Node node : nodes(world, plan)) {
                blocks.put(plan.key() + " " + node.key(), score.delivery(node.key()));
            }
        }
        return blocks;
    }

    private static List<PlanOutline.Node> nodes(World world, Plan plan) {
        return PlanOutline.of(world.model(), plan.key()).orElseThrow().nodes();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theOrderOfInputDoesNotMatter(long seed) {
        World world = RandomWorld.of(seed);
        World shuffled = world.shuffled(seed);
        List<WorkItem> items = new ArrayList<>(world.items.values());
        Collections.shuffle(items, new Random(seed));
        WorkIndex index = new WorkIndex();
        items.forEach(index::upsert);

        assertThat(blocks(world, shuffled.scoring(index))).isEqualTo(blocks(world, world.scoring()));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void numbersStayInTheirBoundsAndUnknownIsNeverZero(long seed) {
        World world = RandomWorld.of(seed);
        world.achieved.clear();

        blocks(world, world.scoring()).forEach((key, block) -> {
            assertThat(block.done() + block.inProgress()).as(key).isBetween(0.0, block.total() + 1e-9);
            assertThat(block.unsized()).as(key).isBetween(0, block.items());
            assertThat(block.progress() == null).as(key + block).isEqualTo(block.total() == 0);
            if (block.progress() != null) {
                assertThat(block.progress()).as(key).isBetween(0.0, 1.0);
                assertThat(block.expected()).as(key).isBetween(0.0, 1.0);
            }
            if (block.schedule() != null) {
                assertThat(block.schedule()).as(key).isNotNegative();
            }
        });
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theItemsBehindANumberAddUpToIt(long seed) {
        World world = RandomWorld.of(seed);
        world.achieved.clear();
        Scoring scoring = world.scoring();

        for (Plan plan : world.plans) {
            PlanScore score = scoring.plan(plan.key());
            for (PlanOutline.Node node : nodes(world, plan)) {
                DeliveryBlock block = score.delivery(node.key());
                List<HeldItem> held = score.deliveries().items(node.key());
                assertThat(held.stream().mapToDouble(HeldItem::size).sum())
                        .isCloseTo(block.total(), org.assertj.core.api.Assertions.within(1e-6));
                assertThat(held).filteredOn(HeldItem::excluded).hasSize(block.excluded());
                assertThat(held).filteredOn(HeldItem::unsized).hasSize(block.unsized());
                assertThat(held).filteredOn(each -> !each.excluded()).hasSize(block.items());
                assertThat(held).extracting(HeldItem::position).doesNotHaveDuplicates();
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aNewSubObjectiveWithoutWorkChangesNothingAbove(long seed) {
        World world = RandomWorld.of(seed);
        if (world.objectives.isEmpty()) {
            return;
        }
        Map<String, DeliveryBlock> before = blocks(world, world.scoring());
        String above = world.objectives
                .get(new Random(seed).nextInt(world.objectives.size()))
                .key();

        world.objective("OBJ-999", above);

        Map<String, DeliveryBlock> after = blocks(world, world.scoring());
        after.keySet().removeIf(key -> key.endsWith(" OBJ-999"));
        assertThat(after).isEqualTo(before);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void anIndexKeptByChangesEqualsAFreshOne(long seed) {
        Random random = new Random(seed);
        World world = RandomWorld.of(seed);
        int issues = Math.max(1, world.items.size());
        WorkIndex kept = world.index();
        for (int change = 0; change < 60; change++) {
            long id = 1 + random.nextInt(issues + 5);
            if (random.nextInt(4) == 0) {
                kept.remove(id);
                world.items.remove(id);
            } else {
                WorkItem item = RandomWorld.issue(random, id, issues);
                kept.upsert(item);
                world.items.put(id, item);
            }
        }

        assertThat(blocks(world, world.scoring(kept))).isEqualTo(blocks(world, world.scoring()));
        sameView(kept.view(world.rules), world.index().view(world.rules));
    }

    private static void sameView(WorkView kept, WorkView fresh) {
        assertThat(kept.size()).isEqualTo(fresh.size());
        assertThat(kept.staleParents()).isEqualTo(fresh.staleParents());
        for (int at : kept.where(position -> true)) {
            int there = fresh.position(kept.id(at)).orElseThrow();
            assertThat(parentId(kept, at)).isEqualTo(parentId(fresh, there));
            assertThat(kept.carriesSize(at)).isEqualTo(fresh.carriesSize(there));
            assertThat(kept.isExcluded(at)).isEqualTo(fresh.isExcluded(there));
        }
    }

    private static long parentId(WorkView view, int position) {
        return view.parent(position) == WorkView.NONE ? 0 : view.id(view.parent(position));
    }
}

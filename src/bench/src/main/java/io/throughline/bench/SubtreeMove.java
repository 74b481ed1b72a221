package io.throughline.bench;

import io.throughline.core.strategy.LinkTarget;
import io.throughline.core.work.Sizes;
import io.throughline.core.work.WorkIndex;
import io.throughline.core.work.WorkItem;
import io.throughline.core.work.WorkRules;
import io.throughline.core.work.WorkView;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * An epic with thousands of stories goes from one linked initiative to another and back, so that each of its stories serves
 * other objectives. Beside it one pass over the same subtree: a walk over the stories that adds up their sizes.
 */
final class SubtreeMove {
    private static final int STORIES = 20_000;
    /** Many, so that both are compiled long before the end; odd, so that every round moves. */
    private static final int ROUNDS = 1_001;

    private final WorkIndex index;
    private final WorkItem epic;
    private final List<WorkItem> initiatives = new ArrayList<>();
    final int items;

    /** Makes the initiatives and the large epic out of items of the world; what it was is not put back. */
    SubtreeMove(World world, WorkIndex index) {
        this.index = index;
        Set<Long> linked = new HashSet<>();
        world.links().stream()
                .filter(link -> link.target().kind() == LinkTarget.Kind.ISSUE)
                .forEach(link -> linked.add(link.target().id()));
        List<WorkItem> epics = world.items().stream()
                .filter(item -> item.issueType().equals("Epic"))
                .toList();
        for (WorkItem each : epics) {
            if (linked.contains(each.id()) && initiatives.size() < 2) {
                initiatives.add(with(each, "Initiative", each, 0));
            }
        }
        WorkItem free = epics.stream()
                .filter(each -> !linked.contains(each.id()))
                .findFirst()
                .orElseThrow();
        epic = with(free, "Epic", free, initiatives.get(0).id());
        index.upsertAll(initiatives);
        index.upsert(epic);
        List<WorkItem> stories = world.items().stream()
                .filter(item -> item.issueType().equals("Story") && !linked.contains(item.id()))
                .limit(STORIES)
                .map(item -> with(item, "Story", epic, epic.id()))
                .toList();
        index.upsertAll(stories);
        index.settle();
        items = stories.size() + 1;
    }

    private static WorkItem with(WorkItem item, String type, WorkItem home, long parent) {
        return new WorkItem(
                item.id(),
                home.projectKey() + "-" + item.id(),
                home.projectId(),
                home.projectKey(),
                type,
                false,
                parent,
                item.statusCategory(),
                item.resolution(),
                item.storyPoints(),
                item.originalEstimateSeconds(),
                item.updated(),
                item.resolved(),
                false,
                null);
    }

    double moveMillis() throws Exception {
        int[] turn = {0};
        return Timing.best(ROUNDS, () -> {
            index.upsert(with(epic, "Epic", epic, initiatives.get(++turn[0] % 2).id()));
            return turn;
        });
    }

    double passMillis() throws Exception {
        WorkView work = index.view(WorkRules.defaults());
        int top = work.position(epic.id()).orElseThrow();
        long[] sums = new long[(WorkView.UNCOUNTED + 1) * Sizes.ROW];
        return Timing.best(ROUNDS, () -> {
            work.addSize(top, sums, work.countsAs(top) * Sizes.ROW);
            for (int child = work.firstChild(top); child != WorkView.NONE; child = work.nextSibling(child)) {
                if (work.parent(child) == top) {
                    work.addSize(child, sums, work.countsAs(child) * Sizes.ROW);
                }
            }
            return sums;
        });
    }
}

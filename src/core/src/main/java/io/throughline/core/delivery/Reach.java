package io.throughline.core.delivery;

import io.throughline.core.alignment.Alignment;
import io.throughline.core.alignment.LinkSets;
import io.throughline.core.alignment.LinkTable;
import io.throughline.core.strategy.Plan;
import io.throughline.core.strategy.PlanOutline;
import io.throughline.core.strategy.StrategyModel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Which links bring which items into one plan: its own by its own alignment, and for contributions those of the
 * contributing objectives by the alignment of <em>their</em> plan.
 *
 * <p>An item is brought once as itself, whatever number of links brings it: its answer is one set.
 */
final class Reach {
    private final LinkSets sets;
    private final List<Alignment> alignments = new ArrayList<>();
    private final List<Map<Integer, Integer>> narrowed = new ArrayList<>();
    private final boolean[] relevant;

    Reach(
            StrategyModel model,
            PlanOutline outline,
            LinkTable links,
            LinkSets sets,
            Function<String, Alignment> alignmentOf) {
        this.sets = sets;
        relevant = new boolean[links.size()];
        alignments.add(alignmentOf.apply(outline.plan().key()));
        List<String> plans = new ArrayList<>(List.of(outline.plan().key()));
        for (PlanOutline.Node node : outline.nodes()) {
            if (node.kind() == PlanOutline.Kind.OBJECTIVE) {
                model.linksOf(node.key()).forEach(link -> relevant[links.number(link)] = true);
                String home = model.planOf(node.key()).map(Plan::key).orElse("");
                if (!home.isEmpty() && !plans.contains(home)) {
                    plans.add(home);
                    alignments.add(alignmentOf.apply(home));
                }
            }
        }
        alignments.forEach(each -> narrowed.add(new HashMap<>()));
    }

    /** The set of links that bring the item at a position. */
    int of(int position) {
        int set = alignments.get(0).heldBy(position);
        for (int other = 1; other < alignments.size(); other++) {
            int held = alignments.get(other).heldBy(position);
            if (held != LinkSets.EMPTY) {
                int here = narrowed.get(other).computeIfAbsent(held, all -> sets.filter(all, link -> relevant[link]));
                set = sets.union(set, here);
            }
        }
        return set;
    }
}

package io.throughline.core.alignment;

import io.throughline.core.strategy.Objective;
import io.throughline.core.strategy.ObjectiveState;
import io.throughline.core.strategy.Plan;
import io.throughline.core.strategy.PlanOutline;
import io.throughline.core.strategy.StrategyModel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Which links bring which items into one plan: its own by its own alignment, and for contributions those of the
 * contributing objectives by the alignment of <em>their</em> plan.
 *
 * <p>An item comes once, whatever number of links brings it: its answer is one set. Safe for many threads.
 */
public final class Reach {
    private final StrategyModel model;
    private final PlanOutline outline;
    private final LinkTable links;
    private final LinkSets sets;
    private final List<Alignment> alignments = new ArrayList<>();
    private final List<Map<Integer, Integer>> narrowed = new ArrayList<>();
    private final boolean[] relevant;
    private final boolean[] aligning;

    /**
     * Follows the links into a plan.
     *
     * @param links the table of all links of {@code model}
     * @param sets where the alignments are interned
     * @param alignmentOf the alignment of a plan, by key
     */
    public Reach(
            StrategyModel model,
            PlanOutline outline,
            LinkTable links,
            LinkSets sets,
            Function<String, Alignment> alignmentOf) {
        this.model = model;
        this.outline = outline;
        this.links = links;
        this.sets = sets;
        relevant = new boolean[links.size()];
        aligning = new boolean[links.size()];
        Set<String> plans = new HashSet<>();
        addAlignment(outline.plan().key(), plans, alignmentOf);
        Set<String> seen = new HashSet<>();
        for (PlanOutline.Node node : outline.nodes()) {
            if (node.kind() == PlanOutline.Kind.OBJECTIVE) {
                String home = homeOf(node.key());
                mark(node.key(), relevant);
                addAlignment(home, plans, alignmentOf);
                if (home.equals(outline.plan().key()) && isActive(node.key())) {
                    mark(node.key(), aligning);
                    node.children().stream()
                            .filter(PlanOutline.Edge::contributed)
                            .forEach(edge -> markActiveFrom(edge.child(), seen));
                }
            }
        }
        alignments.forEach(each -> narrowed.add(new HashMap<>()));
    }

    private void addAlignment(String plan, Set<String> plans, Function<String, Alignment> alignmentOf) {
        if (!plan.isEmpty() && plans.add(plan)) {
            alignments.add(alignmentOf.apply(plan));
        }
    }

    private String homeOf(String objective) {
        return model.planOf(objective).map(Plan::key).orElse("");
    }

    private boolean isActive(String objective) {
        return model.objective(objective).map(Objective::state).orElse(null) == ObjectiveState.ACTIVE;
    }

    private void mark(String objective, boolean[] marks) {
        model.linksOf(objective).forEach(link -> marks[links.number(link)] = true);
    }

    private void markActiveFrom(String objective, Set<String> seen) {
        if (!seen.add(objective)) {
            return;
        }
        if (isActive(objective)) {
            mark(objective, aligning);
        }
        int number = outline.number(objective).orElseThrow();
        outline.nodes().get(number).children().forEach(edge -> markActiveFrom(edge.child(), seen));
    }

    /** The set of links that bring the item at a position; {@link LinkSets#EMPTY} if none does. */
    public synchronized int of(int position) {
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

    /** Whether one of the links of a set makes work aligned here: its objective, and what it contributes to, is ACTIVE. */
    public boolean aligns(int set) {
        return sets.filter(set, link -> aligning[link]) != LinkSets.EMPTY;
    }
}

package io.throughline.core.alignment;

import io.throughline.core.strategy.Objective;
import io.throughline.core.strategy.ObjectiveState;
import io.throughline.core.strategy.Plan;
import io.throughline.core.strategy.PlanOutline;
import io.throughline.core.strategy.StrategyModel;
import io.throughline.core.strategy.Theme;
import java.util.BitSet;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Which links bring items into one plan: its own, and for contributions those of the contributing objectives, by the
 * alignment of <em>their</em> plan.
 *
 * <p>An item comes once, whatever number of links brings it: what brings it is one set.
 */
public final class Reach {
    private final StrategyModel model;
    private final PlanOutline outline;
    private final LinkTable links;
    private final LinkSets sets;
    private final BitSet relevant = new BitSet();
    private final BitSet aligning = new BitSet();

    /**
     * Follows the links into a plan.
     *
     * @param links the table of all links of {@code model}
     * @param sets where sets of them are interned
     */
    public Reach(StrategyModel model, PlanOutline outline, LinkTable links, LinkSets sets) {
        this.model = model;
        this.outline = outline;
        this.links = links;
        this.sets = sets;
        for (PlanOutline.Node node : outline.nodes()) {
            if (node.kind() == PlanOutline.Kind.OBJECTIVE) {
                mark(node.key(), relevant);
            }
        }
        markAligning(key -> true, aligning);
    }

    /** The links of the plan's own ACTIVE objectives that pass, and of what contributes to them. */
    private void markAligning(Predicate<String> wanted, BitSet marks) {
        Set<String> seen = new HashSet<>();
        for (PlanOutline.Node node : outline.nodes()) {
            if (node.kind() == PlanOutline.Kind.OBJECTIVE
                    && homeOf(node.key()).equals(outline.plan().key())
                    && isActive(node.key())
                    && wanted.test(node.key())) {
                mark(node.key(), marks);
                node.children().stream()
                        .filter(PlanOutline.Edge::contributed)
                        .forEach(edge -> markActiveFrom(edge.child(), seen, marks));
            }
        }
    }

    private String homeOf(String objective) {
        return model.planOf(objective).map(Plan::key).orElse("");
    }

    private boolean isActive(String objective) {
        return model.objective(objective).map(Objective::state).orElse(null) == ObjectiveState.ACTIVE;
    }

    private void mark(String objective, BitSet marks) {
        model.linksOf(objective).forEach(link -> marks.set(links.number(link)));
    }

    private void markActiveFrom(String objective, Set<String> seen, BitSet marks) {
        if (!seen.add(objective)) {
            return;
        }
        if (isActive(objective)) {
            mark(objective, marks);
        }
        int number = outline.number(objective).orElseThrow();
        outline.nodes().get(number).children().forEach(edge -> markActiveFrom(edge.child(), seen, marks));
    }

    /** The plan and what counts in it. */
    public PlanOutline outline() {
        return outline;
    }

    /** Whether a link brings what it holds into this plan. */
    public boolean brings(int link) {
        return relevant.get(link);
    }

    /** Whether one of the links of a set brings what they hold. */
    public boolean reaches(int set) {
        return sets.any(set, relevant::get);
    }

    /** Whether one of the links of a set makes work aligned here: its objective, and what it contributes to, is ACTIVE. */
    public boolean aligns(int set) {
        return sets.any(set, aligning::get);
    }

    /** The numbers of the links that make work aligned in this plan. */
    public BitSet aligning() {
        return (BitSet) aligning.clone();
    }

    /** Those of them that do so for objectives of a theme. */
    public BitSet aligningIn(String theme) {
        BitSet marks = new BitSet();
        markAligning(
                key -> model.themeOf(key).map(Theme::key).filter(theme::equals).isPresent(), marks);
        return marks;
    }
}

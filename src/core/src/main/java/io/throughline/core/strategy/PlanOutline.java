package io.throughline.core.strategy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What rolls up into what in one plan: its nodes, each after everything that counts in it.
 *
 * <p>Nodes are the plan, its themes, all its objectives, and those of other plans that contribute to them with what is
 * below these. An edge leads only to what takes part: objectives that are DRAFT or ABANDONED are nodes without anyone
 * above, so that their own page has numbers and nobody else's has. A contribution out of a plan that is still a DRAFT
 * takes no part either: a draft is nobody's business yet. What is both a sub-objective and a contribution counts once,
 * in its own place.
 */
public final class PlanOutline {
    private final Plan plan;
    private final List<Node> nodes = new ArrayList<>();
    private final Map<String, Integer> numbers = new HashMap<>();

    /** What a node is. */
    public enum Kind {
        PLAN,
        THEME,
        OBJECTIVE
    }

    /**
     * One node.
     *
     * @param children what counts in its means, in the order of the tree, contributions last
     */
    public record Node(String key, Kind kind, List<Edge> children) {}

    /**
     * A child in the mean of its parent.
     *
     * @param child key of a theme or objective
     * @param weight more than 0: the child's, or the contribution's
     * @param contributed whether it is there by contribution
     */
    public record Edge(String child, double weight, boolean contributed) {}

    private PlanOutline(StrategyModel model, Plan plan) {
        this.plan = plan;
        List<Edge> themes = new ArrayList<>();
        for (Theme theme : model.themesOf(plan.key())) {
            List<Edge> below = ownChildren(model.objectivesOf(theme.key()));
            below.forEach(edge -> addObjective(model, edge.child()));
            add(new Node(theme.key(), Kind.THEME, below));
            themes.add(new Edge(theme.key(), theme.weight(), false));
        }
        add(new Node(plan.key(), Kind.PLAN, List.copyOf(themes)));
        model.objectivesIn(plan.key()).forEach(each -> addObjective(model, each.key()));
    }

    /** The outline of a plan, empty if the model does not have it. */
    public static Optional<PlanOutline> of(StrategyModel model, String planKey) {
        return model.plan(planKey).map(plan -> new PlanOutline(model, plan));
    }

    public Plan plan() {
        return plan;
    }

    /** All nodes, each after its children. */
    public List<Node> nodes() {
        return nodes;
    }

    /** The place of a node in {@link #nodes}; empty for what is not in this outline. */
    public Optional<Integer> number(String key) {
        return Optional.ofNullable(numbers.get(key));
    }

    private void addObjective(StrategyModel model, String key) {
        if (numbers.containsKey(key)) {
            return;
        }
        List<Edge> children = new ArrayList<>(ownChildren(model.subObjectivesOf(key)));
        Set<String> taken = new HashSet<>();
        children.forEach(edge -> taken.add(edge.child()));
        for (Contribution each : model.contributionsTo(key)) {
            if (takesPart(model, each) && taken.add(each.from())) {
                children.add(new Edge(each.from(), each.weight(), true));
            }
        }
        children.forEach(edge -> addObjective(model, edge.child()));
        add(new Node(key, Kind.OBJECTIVE, List.copyOf(children)));
    }

    private static List<Edge> ownChildren(List<Objective> objectives) {
        return objectives.stream()
                .filter(each -> each.state().takesPart())
                .map(each -> new Edge(each.key(), each.weight(), false))
                .toList();
    }

    /** Whether what contributes counts: the objective takes part, and its plan is not a DRAFT. */
    public static boolean takesPart(StrategyModel model, Contribution contribution) {
        boolean inForce = model.objective(contribution.from())
                .map(from -> from.state().takesPart())
                .orElse(false);
        return inForce
                && model.planOf(contribution.from())
                        .map(plan -> plan.state() != PlanState.DRAFT)
                        .orElse(false);
    }

    private void add(Node node) {
        numbers.put(node.key(), nodes.size());
        nodes.add(node);
    }
}

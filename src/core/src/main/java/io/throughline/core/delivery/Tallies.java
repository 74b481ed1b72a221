package io.throughline.core.delivery;

import io.throughline.core.alignment.LinkSets;
import io.throughline.core.alignment.Reach;
import io.throughline.core.strategy.PlanOutline;
import io.throughline.core.strategy.SizeMeasure;
import io.throughline.core.work.Sizes;
import io.throughline.core.work.WorkRules;
import io.throughline.core.work.WorkView;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * The sums of one plan: one pass over the items adds up per set of links, then each set is given once to every link in
 * it and once to every node above any of them.
 */
final class Tallies {
    private static final Tally NOTHING = new Tally();

    private final Map<Integer, Tally> byLink = new HashMap<>();
    private final Tally[] byNode;
    private final BitSet[] above;
    private final PlanOutline outline;
    private final Survey survey;
    private final Reach reach;

    Tallies(PlanOutline outline, Survey survey, Reach reach) {
        this.outline = outline;
        this.survey = survey;
        this.reach = reach;
        byNode = new Tally[outline.nodes().size()];
        Arrays.setAll(byNode, node -> new Tally());
        @Nullable Tally[] bySet = sumBySet(outline, survey, reach);
        above = nodesAbove(outline);
        for (int set = 0; set < bySet.length; set++) {
            Tally sum = bySet[set];
            if (sum == null) {
                continue;
            }
            survey.sets()
                    .forEach(
                            set,
                            link -> byLink.computeIfAbsent(link, added -> new Tally())
                                    .add(sum));
            nodesOf(set).stream().forEach(node -> byNode[node].add(sum));
        }
    }

    /** Every node in whose subtree one of the links of a set is. */
    private BitSet nodesOf(int set) {
        BitSet nodes = new BitSet();
        survey.sets()
                .forEach(
                        set,
                        link -> outline.number(survey.links().link(link).objective())
                                .ifPresent(node -> nodes.or(above[node])));
        return nodes;
    }

    /** The items behind the sums of a node, in the order of the view. */
    List<HeldItem> itemsOf(int node) {
        WorkView work = survey.work();
        SizeMeasure measure = outline.plan().sizeMeasure();
        long fallback = Sizes.fallback(measure, outline.plan().defaultSize(), work.rules());
        Map<Integer, Boolean> isBelow = new HashMap<>();
        List<HeldItem> found = new ArrayList<>();
        for (int at = 0; at < work.size(); at++) {
            boolean excluded = isExcluded(work, at);
            int set = excluded || work.carriesSize(at) ? reach.of(at) : LinkSets.EMPTY;
            if (set != LinkSets.EMPTY
                    && isBelow.computeIfAbsent(set, added -> nodesOf(added).get(node))) {
                long size = work.size(at, measure);
                boolean unsized = !excluded && size == Sizes.UNSIZED;
                long counted = excluded ? 0 : unsized ? fallback : size;
                found.add(new HeldItem(at, Sizes.value(counted, measure), unsized, excluded));
            }
        }
        return found;
    }

    /** How many items that pass are behind each node and link. */
    ItemCounts count(IntPredicate test) {
        WorkView work = survey.work();
        Map<Integer, Integer> bySet = new HashMap<>();
        for (int at = 0; at < work.size(); at++) {
            int set = work.carriesSize(at) ? reach.of(at) : LinkSets.EMPTY;
            if (set != LinkSets.EMPTY && test.test(at)) {
                bySet.merge(set, 1, Integer::sum);
            }
        }
        ItemCounts counts = new ItemCounts();
        bySet.forEach((set, items) -> {
            survey.sets()
                    .forEach(
                            set,
                            link -> counts.addToLink(survey.links().link(link).id(), items));
            nodesOf(set).stream()
                    .forEach(node -> counts.addToNode(outline.nodes().get(node).key(), items));
        });
        return counts;
    }

    private static boolean isExcluded(WorkView work, int at) {
        return work.isCancelled(at) && work.level(at) >= WorkRules.STANDARD;
    }

    private static @Nullable Tally[] sumBySet(PlanOutline outline, Survey survey, Reach reach) {
        WorkView work = survey.work();
        Weeks weeks = new Weeks(survey.today(), survey.zone());
        SizeMeasure measure = outline.plan().sizeMeasure();
        long fallback = Sizes.fallback(measure, outline.plan().defaultSize(), work.rules());
        @Nullable Tally[] bySet = new @Nullable Tally[64];
        for (int at = 0; at < work.size(); at++) {
            boolean excluded = isExcluded(work, at);
            int set = excluded || work.carriesSize(at) ? reach.of(at) : LinkSets.EMPTY;
            if (set == LinkSets.EMPTY) {
                continue;
            }
            if (set >= bySet.length) {
                bySet = Arrays.copyOf(bySet, Math.max(set + 1, bySet.length * 2));
            }
            Tally sum = bySet[set];
            if (sum == null) {
                sum = new Tally();
                bySet[set] = sum;
            }
            if (excluded) {
                sum.excluded++;
            } else {
                sum.take(work, at, work.size(at, measure), fallback, weeks);
            }
        }
        return bySet;
    }

    /** For each node the nodes in whose subtree it is, itself too; parents come later in the outline. */
    private static BitSet[] nodesAbove(PlanOutline outline) {
        List<PlanOutline.Node> nodes = outline.nodes();
        List<List<Integer>> parents = new ArrayList<>();
        nodes.forEach(node -> parents.add(new ArrayList<>()));
        for (int node = 0; node < nodes.size(); node++) {
            for (PlanOutline.Edge edge : nodes.get(node).children()) {
                int parent = node;
                outline.number(edge.child())
                        .ifPresent(child -> parents.get(child).add(parent));
            }
        }
        BitSet[] above = new BitSet[nodes.size()];
        for (int node = above.length - 1; node >= 0; node--) {
            BitSet own = new BitSet();
            own.set(node);
            parents.get(node).forEach(parent -> own.or(above[parent]));
            above[node] = own;
        }
        return above;
    }

    Tally ofNode(int node) {
        return byNode[node];
    }

    Tally ofLink(int link) {
        return byLink.getOrDefault(link, NOTHING);
    }
}

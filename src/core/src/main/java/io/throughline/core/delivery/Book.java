package io.throughline.core.delivery;

import io.throughline.core.alignment.Reach;
import io.throughline.core.strategy.PlanOutline;
import io.throughline.core.strategy.SizeMeasure;
import io.throughline.core.work.Sizes;
import io.throughline.core.work.WorkRules;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/** One plan in the {@link Books}: what it measures in, which nodes it has, and which of them stand above which. */
final class Book {
    final Reach reach;
    final SizeMeasure measure;
    /** From 0, in the order of the books. */
    final int number;
    /** The account of the first node; the others follow. */
    final int firstNode;
    /** For each node the nodes in whose subtree it is, ascending, itself first; each once, however many ways lead there. */
    final int[][] above;

    /** The measure with the default size under the rules of now. */
    Sizes.Reader measured;

    long touched;

    Book(Reach reach, int number, int firstNode) {
        this.reach = reach;
        this.number = number;
        this.firstNode = firstNode;
        measure = reach.outline().plan().sizeMeasure();
        above = nodesAbove(reach.outline());
        measured = new Sizes.Reader(measure, 0);
    }

    int nodes() {
        return above.length;
    }

    String key(int node) {
        return reach.outline().nodes().get(node).key();
    }

    /** The number of a node in the outline, -1 for a key that the plan does not have. */
    int node(String key) {
        return reach.outline().number(key).orElse(-1);
    }

    boolean isBelow(int node, int other) {
        return Arrays.binarySearch(above[node], other) >= 0;
    }

    /** Begins anew under these rules. */
    void open(WorkRules rules, long stamp) {
        measured = new Sizes.Reader(
                measure, Sizes.fallback(measure, reach.outline().plan().defaultSize(), rules));
        touched = stamp;
    }

    private static int[][] nodesAbove(PlanOutline outline) {
        List<PlanOutline.Node> all = outline.nodes();
        BitSet[] above = new BitSet[all.size()];
        Arrays.setAll(above, node -> new BitSet());
        for (int node = all.size() - 1; node >= 0; node--) { // parents come later in the outline
            above[node].set(node);
            for (PlanOutline.Edge edge : all.get(node).children()) {
                int child = outline.number(edge.child()).orElseThrow();
                above[child].or(above[node]);
            }
        }
        return Arrays.stream(above).map(set -> set.stream().toArray()).toArray(int[][]::new);
    }
}

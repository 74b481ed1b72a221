package io.throughline.app.map;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.LinkedList;
import org.eclipse.elk.alg.layered.graph.LGraph;
import org.eclipse.elk.alg.layered.graph.LNode;
import org.eclipse.elk.alg.layered.options.CycleBreakingStrategy;
import org.eclipse.elk.alg.layered.options.LayeredOptions;
import org.eclipse.elk.alg.layered.options.LayeringStrategy;
import org.eclipse.elk.alg.layered.options.NodePlacementStrategy;
import org.eclipse.elk.core.math.ElkMargin;
import org.eclipse.elk.core.math.ElkPadding;
import org.eclipse.elk.core.math.KVector;
import org.eclipse.elk.core.math.KVectorChain;
import org.eclipse.elk.core.options.Direction;
import org.eclipse.elk.core.options.EdgeRouting;
import org.eclipse.elk.core.options.PortConstraints;
import org.eclipse.elk.core.options.PortSide;
import org.eclipse.elk.graph.util.ElkReflect;

/**
 * How the layout library is set. Its own graph is filled directly: the model in front of it (EMF, option registry,
 * service loading) is most of its size and none of its layout. ADR 015.
 */
final class ElkOptions {
    private static final double BETWEEN_CARDS = 34;

    /** Between two rows without arrows; each track of arrows adds {@link #BETWEEN_TRACKS}. */
    private static final double BETWEEN_ROWS = 44;

    private static final double BETWEEN_TRACKS = 12;

    static {
        // what the registry would say about the library's own value types: how they are made and copied
        ElkReflect.register(KVector.class, KVector::new, each -> new KVector((KVector) each));
        ElkReflect.register(KVectorChain.class, KVectorChain::new, each -> new KVectorChain((KVectorChain) each));
        ElkReflect.register(ElkPadding.class, ElkPadding::new, each -> new ElkPadding((ElkPadding) each));
        ElkReflect.register(ElkMargin.class, ElkMargin::new, each -> new ElkMargin((ElkMargin) each));
        ElkReflect.register(ArrayList.class, ArrayList::new, each -> new ArrayList<>((ArrayList<?>) each));
        ElkReflect.register(LinkedList.class, LinkedList::new, each -> new LinkedList<>((LinkedList<?>) each));
        ElkReflect.register(HashSet.class, HashSet::new, each -> new HashSet<>((HashSet<?>) each));
        ElkReflect.register(
                LinkedHashSet.class, LinkedHashSet::new, each -> new LinkedHashSet<>((LinkedHashSet<?>) each));
        ElkReflect.register(HashMap.class, HashMap::new, each -> new HashMap<>((HashMap<?, ?>) each));
        ElkReflect.register(EnumSet.class, () -> EnumSet.noneOf(PortSide.class), each -> ((EnumSet<?>) each).clone());
    }

    private ElkOptions() {}

    /** @param straight arrows keep their columns through the rows, and rows may become wider; else rows are packed */
    static LGraph graph(boolean straight) {
        LGraph graph = new LGraph();
        graph.setProperty(LayeredOptions.DIRECTION, Direction.UP);
        graph.setProperty(LayeredOptions.EDGE_ROUTING, EdgeRouting.ORTHOGONAL);
        graph.setProperty(LayeredOptions.LAYERING_STRATEGY, LayeringStrategy.INTERACTIVE);
        graph.setProperty(LayeredOptions.CYCLE_BREAKING_STRATEGY, CycleBreakingStrategy.INTERACTIVE);
        graph.setProperty(
                LayeredOptions.NODE_PLACEMENT_STRATEGY,
                straight ? NodePlacementStrategy.NETWORK_SIMPLEX : NodePlacementStrategy.SIMPLE);
        graph.setProperty(LayeredOptions.SPACING_NODE_NODE, BETWEEN_CARDS);
        graph.setProperty(LayeredOptions.SPACING_NODE_NODE_BETWEEN_LAYERS, BETWEEN_ROWS);
        graph.setProperty(LayeredOptions.SPACING_EDGE_NODE, 16.0);
        graph.setProperty(LayeredOptions.SPACING_EDGE_EDGE, 12.0);
        graph.setProperty(LayeredOptions.SPACING_EDGE_NODE_BETWEEN_LAYERS, 22.0);
        graph.setProperty(LayeredOptions.SPACING_EDGE_EDGE_BETWEEN_LAYERS, BETWEEN_TRACKS);
        // all parts of a map share its rows, connected or not
        graph.setProperty(LayeredOptions.SEPARATE_CONNECTED_COMPONENTS, false);
        // the same structure gives the same map, on every node and after every start
        graph.setProperty(LayeredOptions.RANDOM_SEED, 1);
        return graph;
    }

    static LNode node(LGraph graph) {
        LNode node = new LNode(graph);
        node.setProperty(LayeredOptions.PORT_CONSTRAINTS, PortConstraints.FIXED_POS);
        return node;
    }
}

package io.throughline.app.architecture.planted;

import org.eclipse.elk.alg.layered.graph.LGraph;

/** Planted: another room than the map's that knows the layout library. */
public final class LaysOutFromAnywhere {
    private LaysOutFromAnywhere() {}

    public static LGraph graph() {
        return new LGraph();
    }
}

package io.throughline.app.confluence.map;

import io.throughline.app.confluence.node.NodeView;
import java.util.List;

/** An objective on the map, with what it helps to reach. */
public record PlaceView(NodeView node, List<ArrowView> arrows) {}

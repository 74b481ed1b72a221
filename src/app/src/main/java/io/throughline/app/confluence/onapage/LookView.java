package io.throughline.app.confluence.onapage;

import io.throughline.app.confluence.node.NodeView;

/**
 * Where to look first.
 *
 * @param reason {@code Off pace: 29% of the way, 51% expected}
 */
public record LookView(NodeView node, String reason) {}

package io.throughline.app.confluence.onapage;

import io.throughline.app.confluence.node.KpiView;
import io.throughline.app.confluence.node.NodeView;
import java.util.List;

/**
 * An objective in a column.
 *
 * @param due {@code due 31 Dec 2027}, empty for none
 */
public record GoalView(NodeView node, List<KpiView> kpis, String due) {}

package io.throughline.app.confluence.onapage;

import io.throughline.app.confluence.node.NodeView;
import java.util.List;

/** A theme with its objectives. */
public record ColumnView(NodeView theme, List<GoalView> goals) {}

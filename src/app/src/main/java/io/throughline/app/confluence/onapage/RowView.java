package io.throughline.app.confluence.onapage;

import java.util.List;

/** Themes side by side: as many as a sheet has room for. */
public record RowView(int count, int percent, List<ColumnView> columns) {}

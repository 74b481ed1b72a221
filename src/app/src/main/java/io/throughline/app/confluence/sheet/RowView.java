package io.throughline.app.confluence.sheet;

import java.util.List;

/** A row of a table. */
public record RowView(List<CellView> cells) {
    public static RowView of(CellView... cells) {
        return new RowView(List.of(cells));
    }
}

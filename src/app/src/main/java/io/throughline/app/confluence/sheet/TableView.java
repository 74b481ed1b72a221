package io.throughline.app.confluence.sheet;

import java.util.List;

/**
 * A table; its first column names the row.
 *
 * @param title above it, may be empty
 * @param caption for those who hear it
 * @param empty what is said instead when there are no rows
 * @param rest what is said below, such as how many there are more; may be empty
 * @param restUrl where the rest is, empty for nowhere
 */
public record TableView(
        String title,
        String caption,
        List<String> columns,
        List<RowView> rows,
        String empty,
        String rest,
        String restUrl) {}

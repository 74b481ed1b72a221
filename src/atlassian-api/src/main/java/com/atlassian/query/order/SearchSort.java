package com.atlassian.query.order;

import java.util.Objects;

/**
 * One field of an order.
 *
 * <p>Source: dossier 3.6 [S6]
 */
public class SearchSort {
    private final String field;
    private final SortOrder order;

    public SearchSort(String field, SortOrder order) {
        this.field = Objects.requireNonNull(field);
        this.order = order;
    }

    public String getField() {
        return field;
    }

    /** Null when the query leaves it to the field's default. */
    public SortOrder getSortOrder() {
        return order;
    }
}

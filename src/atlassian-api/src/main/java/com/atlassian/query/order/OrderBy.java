package com.atlassian.query.order;

import java.util.List;

/**
 * The order of a query.
 *
 * <p>Source: dossier 3.6 [S6]
 */
public interface OrderBy {
    List<SearchSort> getSearchSorts();
}

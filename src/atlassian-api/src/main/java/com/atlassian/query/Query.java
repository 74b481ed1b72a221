package com.atlassian.query;

import com.atlassian.query.clause.Clause;
import com.atlassian.query.order.OrderBy;

/**
 * A parsed JQL query.
 *
 * <p>Source: dossier 3.6 [S6]
 */
public interface Query {
    /** Null when the query has no conditions. */
    Clause getWhereClause();

    /** Null when the query names no order. */
    OrderBy getOrderByClause();
}

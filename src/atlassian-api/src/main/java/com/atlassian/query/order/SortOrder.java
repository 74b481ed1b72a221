package com.atlassian.query.order;

/**
 * Ascending or descending.
 *
 * <p>Source: dossier 3.6 [S6]
 */
public enum SortOrder {
    ASC,
    DESC
}

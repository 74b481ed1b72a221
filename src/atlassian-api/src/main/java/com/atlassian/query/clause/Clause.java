package com.atlassian.query.clause;

import java.util.List;

/**
 * One node of the condition tree: AND, OR, NOT, or a single condition named by its field.
 *
 * <p>Source: dossier 3.6 [S6]
 */
public interface Clause {
    String getName();

    /** The clauses below; empty for a single condition. */
    List<Clause> getClauses();
}

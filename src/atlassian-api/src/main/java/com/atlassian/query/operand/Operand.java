package com.atlassian.query.operand;

/**
 * The right-hand side of a condition.
 *
 * <p>Source: dossier 3.6 [S6]
 */
public interface Operand {
    String getName();

    String getDisplayString();
}

package com.atlassian.query.operand;

/**
 * The operand EMPTY.
 *
 * <p>Source: dossier 3.6 [S6]
 */
public class EmptyOperand implements Operand {
    public static final EmptyOperand EMPTY = new EmptyOperand();

    @Override
    public String getName() {
        return "EMPTY";
    }

    @Override
    public String getDisplayString() {
        return "EMPTY";
    }
}

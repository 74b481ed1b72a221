package com.atlassian.query.operand;

import java.util.Objects;

/**
 * One literal, text or number.
 *
 * <p>Source: dossier 3.6 [S6]
 */
public class SingleValueOperand implements Operand {
    private final String stringValue;
    private final Long longValue;

    public SingleValueOperand(String stringValue) {
        this.stringValue = Objects.requireNonNull(stringValue);
        this.longValue = null;
    }

    public SingleValueOperand(Long longValue) {
        this.stringValue = null;
        this.longValue = Objects.requireNonNull(longValue);
    }

    public String getStringValue() {
        return stringValue;
    }

    public Long getLongValue() {
        return longValue;
    }

    @Override
    public String getName() {
        return "SingleValueOperand";
    }

    @Override
    public String getDisplayString() {
        return longValue == null ? '"' + stringValue + '"' : longValue.toString();
    }
}

package com.atlassian.jira.issue.history;

/**
 * One changed field: ids in from and to, words in the strings beside them.
 *
 * <p>Source: dossier 3.8 [V8; the six-argument constructor S6]
 */
public class ChangeItemBean {
    private final String fieldType;
    private final String field;
    private final String from;
    private final String fromString;
    private final String to;
    private final String toString;

    public ChangeItemBean(String fieldType, String field, String from, String fromString, String to, String toString) {
        this.fieldType = fieldType;
        this.field = field;
        this.from = from;
        this.fromString = fromString;
        this.to = to;
        this.toString = toString;
    }

    public String getField() {
        return field;
    }

    public String getFromString() {
        return fromString;
    }

    public String getToString() {
        return toString;
    }
}

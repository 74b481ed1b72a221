package com.atlassian.jira.issue.label;

import java.util.Objects;

/**
 * A label on an issue.
 *
 * <p>Source: dossier 3.3 [V8; that it is a final class S6]
 */
public final class Label {
    private final Long id;
    private final Long issue;
    private final String label;

    public Label(Long id, Long issue, String label) {
        this.id = id;
        this.issue = issue;
        this.label = Objects.requireNonNull(label);
    }

    public String getLabel() {
        return label;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Label that && Objects.equals(id, that.id) && label.equals(that.label);
    }

    @Override
    public int hashCode() {
        return Objects.hash(id, label);
    }
}

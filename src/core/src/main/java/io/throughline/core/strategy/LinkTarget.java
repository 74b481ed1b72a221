package io.throughline.core.strategy;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a work link points to.
 *
 * @param kind issue, project or query
 * @param ref what a person wrote: issue key, project key, or the JQL
 * @param id the numeric id behind {@code ref}, which survives moves and renames; null for JQL, and for a target that
 *     does not exist (the link then holds nothing)
 */
public record LinkTarget(Kind kind, String ref, @Nullable Long id) {
    /** The three kinds of target. */
    public enum Kind {
        ISSUE,
        PROJECT,
        JQL
    }

    public LinkTarget {
        Objects.requireNonNull(kind, "kind");
        Checks.key(ref, "ref");
        if (kind == Kind.JQL && id != null) {
            throw new IllegalArgumentException("a query has no id, was " + id);
        }
    }

    /** An issue of any level, by key and id. */
    public static LinkTarget issue(String key, @Nullable Long id) {
        return new LinkTarget(Kind.ISSUE, key, id);
    }

    /** A project, by key and id. */
    public static LinkTarget project(String key, @Nullable Long id) {
        return new LinkTarget(Kind.PROJECT, key, id);
    }

    /** All issues that a query finds. */
    public static LinkTarget jql(String query) {
        return new LinkTarget(Kind.JQL, query, null);
    }
}

package io.throughline.core.strategy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Work that needs no objective: run, compliance, business as usual. It covers what it matches and all below that, changes
 * no delivery, and gives way to a link: aligned wins over exempt, exempt over orphan.
 *
 * @param id rises with creation
 * @param kind what {@code ref} means
 * @param ref project key, issue key, name of an issue type, label, or a query; issue types are compared without case
 * @param target the numeric id behind a project or an issue, which survives moves and renames; null for the other kinds, and
 *     for a target that does not exist (the exemption then covers nothing)
 * @param reason why, in a person's words
 * @param author key of the user who made it
 * @param expires the last day on which it is valid, in the instance's time zone; null for no end
 */
public record Exemption(
        long id,
        Kind kind,
        String ref,
        @Nullable Long target,
        String reason,
        String author,
        Instant created,
        @Nullable LocalDate expires,
        long version) {
    /** What an exemption matches by. */
    public enum Kind {
        PROJECT,
        ISSUE,
        ISSUE_TYPE,
        LABEL,
        JQL;

        /** Whether Jira has to be asked which issues it matches. */
        public boolean isSearched() {
            return this == LABEL || this == JQL;
        }

        /** Whether there is an object with an id behind its ref. */
        public boolean hasTarget() {
            return this == PROJECT || this == ISSUE;
        }
    }

    public Exemption {
        Objects.requireNonNull(kind, "kind");
        Checks.key(ref, "ref");
        Checks.key(reason, "reason");
        Objects.requireNonNull(author, "author");
        Objects.requireNonNull(created, "created");
        if (target != null && !kind.hasTarget()) {
            throw new IllegalArgumentException(kind + " has no id, was " + target);
        }
    }

    /** Valid through the day on which it expires: one that expires on 30 June covers on 30 June and not on 1 July. */
    public boolean isValid(LocalDate today) {
        return expires == null || !today.isAfter(expires);
    }
}

package io.throughline.app.live;

import io.throughline.app.access.Caller;
import io.throughline.core.strategy.Kpi;
import io.throughline.core.strategy.LinkTarget;
import io.throughline.core.strategy.WorkLink;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Issues, projects and queries as a given user may know them. What may not be seen looks absent. */
public interface LinkTargets {
    /** What a user means by a reference: an issue key, a project key or a query. */
    Resolved resolve(LinkTarget.Kind kind, String ref, Caller caller);

    /**
     * What a user means by many issue keys, read together. Keys that lead nowhere this way (of moved issues, of issues that
     * are new) may be left out; they are then asked one by one.
     */
    Map<String, Resolved> resolveIssues(Collection<String> refs, Caller caller);

    /** A stored target as a user may see it: its present key, or that there is one which is hidden. */
    Shown show(LinkTarget target, Caller viewer);

    /** Many stored targets as a user may see them, read together. */
    Map<LinkTarget, Shown> showAll(Collection<LinkTarget> targets, Caller viewer);

    /** Whether there is no such issue or project any more, whoever asks; false for a query. */
    boolean isGone(LinkTarget target);

    /** When the query of a link last ran whole; empty for other links, and for one that is still to run. */
    Optional<Instant> evaluatedAt(long link);

    /** Whether the query of a link could not be read when it was last to run. */
    boolean isUnreadable(long link);

    /** Keeps what a query found for a link that was just made, or just given that query. */
    void keep(WorkLink link, Found found, Caller author);

    /** Runs the query of a link whole. */
    void evaluate(WorkLink link);

    /** The present key of a project, by key in any case; empty if there is none or the user may not browse it. */
    Optional<String> project(String key, Caller caller);

    /** The issue type of this name in any case, as Jira writes it; empty if there is none. */
    Optional<String> issueType(String name);

    /** The number field that a name or an id means, as it is to be kept; empty if there is none, or none of numbers. */
    Optional<String> numberField(String nameOrId);

    /** What came of the last evaluation of a KPI that is counted in Jira. */
    Optional<Measured> measured(String kpi);

    /** Counts a KPI in Jira now, and enters what it finds. */
    void measure(Kpi kpi);

    /**
     * What came of counting a KPI.
     *
     * @param at when
     * @param issues how many issues the query found
     * @param problem why there is no value; null when there is one
     */
    record Measured(Instant at, long issues, @Nullable Problem problem) {}

    /** Why counting a KPI gave no value. */
    enum Problem {
        /** The query means nothing to the user as whom it runs, or that user is gone. */
        UNREADABLE,
        /** More issues than a sum or an average goes through; nothing is cut, so there is no value. */
        TOO_MANY,
        /** No issue has a value to average. */
        NO_VALUES,
        /** The field is gone, or holds no numbers any more. */
        NO_FIELD
    }

    /**
     * What became of a reference.
     *
     * @param target with the id behind it; null if absent, not to be seen, or not readable as a query
     * @param problems for a query that cannot be read: what is wrong, in the user's language
     * @param warnings codes such as {@code SHRINKS_WHEN_DONE}
     * @param found what a query found just now; null for issues and projects
     */
    record Resolved(
            @Nullable LinkTarget target,
            List<String> problems,
            List<String> warnings,
            @Nullable Found found) {
        public Resolved(@Nullable LinkTarget target, List<String> problems, List<String> warnings) {
            this(target, problems, warnings, null);
        }

        public static Resolved absent() {
            return new Resolved(null, List.of(), List.of());
        }
    }

    /** What a query found, and when it began to look. A class, not a record: a record of an array compares it by identity. */
    final class Found {
        private final long[] issues;
        private final Instant at;

        public Found(long[] issues, Instant at) {
            this.issues = issues.clone();
            this.at = at;
        }

        public long[] issues() {
            return issues.clone();
        }

        public Instant at() {
            return at;
        }
    }

    /**
     * A target, shown.
     *
     * @param ref null when hidden
     * @param title summary of the issue or name of the project; null for a query, or when there is none
     * @param hidden whether the viewer may not see it
     * @param dead whether it is gone, or unreadable as a query
     * @param level of an issue: sub-task -1, standard 0, epic 1, above 2; null for all else
     */
    record Shown(
            @Nullable String ref,
            @Nullable String title,
            boolean hidden,
            boolean dead,
            @Nullable Integer level) {
        public Shown(@Nullable String ref, @Nullable String title, boolean hidden, boolean dead) {
            this(ref, title, hidden, dead, null);
        }
    }
}

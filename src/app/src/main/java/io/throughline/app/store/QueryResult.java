package io.throughline.app.store;

import java.time.Instant;
import java.util.Arrays;

/**
 * What the query of a JQL link found. A class, not a record: a record of an array would compare it by identity.
 */
public final class QueryResult {
    private final long link;
    private final String jql;
    private final String author;
    private final Instant at;
    private final boolean unreadable;
    private final long[] issues;

    /**
     * @param link id of the link
     * @param jql the query that was evaluated
     * @param author key of the user as whom it is evaluated: who linked it
     * @param at when the whole query last ran
     * @param unreadable whether the query could not be read then; the issues are those found before
     * @param issues ids in any order
     */
    public QueryResult(long link, String jql, String author, Instant at, boolean unreadable, long[] issues) {
        this.link = link;
        this.jql = jql;
        this.author = author;
        this.at = at;
        this.unreadable = unreadable;
        this.issues = Arrays.stream(issues).sorted().distinct().toArray();
    }

    public long link() {
        return link;
    }

    public String jql() {
        return jql;
    }

    public String author() {
        return author;
    }

    public Instant at() {
        return at;
    }

    public boolean unreadable() {
        return unreadable;
    }

    /** Ascending. */
    public long[] issues() {
        return issues.clone();
    }

    /** The same evaluation with other issues. */
    public QueryResult with(long[] others) {
        return new QueryResult(link, jql, author, at, unreadable, others);
    }

    /** The same issues, but the query cannot be read. */
    public QueryResult unreadableAt(Instant when) {
        return new QueryResult(link, jql, author, when, true, issues);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof QueryResult that
                && link == that.link
                && jql.equals(that.jql)
                && author.equals(that.author)
                && at.equals(that.at)
                && unreadable == that.unreadable
                && Arrays.equals(issues, that.issues);
    }

    @Override
    public int hashCode() {
        return Long.hashCode(link) * 31 + at.hashCode();
    }

    @Override
    public String toString() {
        return "link " + link + " as " + author + " at " + at + ": " + issues.length + " issues";
    }
}

package com.atlassian.jira.issue.search;

import java.util.List;

/**
 * One page of a search and the size of the whole.
 *
 * <p>Source: dossier 3.6 [DOC for getResults, K for getTotal and getStart; the constructor is the host's]
 */
public class SearchResults<T> {
    private final List<T> results;
    private final int total;
    private final int start;

    public SearchResults(List<T> results, int total, int start) {
        this.results = List.copyOf(results);
        this.total = total;
        this.start = start;
    }

    public List<T> getResults() {
        return results;
    }

    public int getTotal() {
        return total;
    }

    public int getStart() {
        return start;
    }
}

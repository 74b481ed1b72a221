package com.atlassian.jira.issue.search;

/**
 * A search that could not be carried out.
 *
 * <p>Source: dossier 3.6 [V8]
 */
public class SearchException extends Exception {
    private static final long serialVersionUID = 1L;

    public SearchException(String message) {
        super(message);
    }
}

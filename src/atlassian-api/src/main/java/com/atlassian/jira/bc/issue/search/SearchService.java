package com.atlassian.jira.bc.issue.search;

import com.atlassian.jira.util.MessageSet;
import com.atlassian.query.Query;

/**
 * Parses and runs JQL. With OpenSearch no search reaches past its 10,000th document.
 *
 * <p>Source: dossier 3.6 [DOC]
 */
public interface SearchService {
    /** What parsing gave: a query, or errors. */
    final class ParseResult {
        private final Query query;
        private final MessageSet errors;

        public ParseResult(Query query, MessageSet errors) {
            this.query = query;
            this.errors = errors;
        }
    }
}

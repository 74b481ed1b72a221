package io.throughline.host.jira.service;

import com.atlassian.jira.bc.issue.search.SearchService;
import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.search.SearchException;
import com.atlassian.jira.issue.search.SearchResults;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.jira.web.bean.PagerFilter;
import com.atlassian.query.Query;
import io.throughline.host.jira.jql.JqlError;
import io.throughline.host.jira.jql.JqlSearch;

/** Parses and runs JQL for plugins. */
final class HostSearchService implements SearchService {
    private final JiraServices services;
    private final JqlSearch search;

    HostSearchService(JiraServices services) {
        this.services = services;
        this.search = new JqlSearch(services.data(), services.functions());
    }

    public SearchResults<Issue> search(ApplicationUser searcher, Query query, PagerFilter<?> pager)
            throws SearchException {
        return run(searcher, query, pager, false);
    }

    private SearchResults<Issue> run(ApplicationUser searcher, Query query, PagerFilter<?> pager, boolean isOverridden)
            throws SearchException {
        try {
            JqlSearch.Page page = search.search(searcher, query, pager.getStart(), pager.getMax(), isOverridden);
            return new SearchResults<>(
                    services.issueManager().getIssueObjects(page.ids()),
                    Math.toIntExact(page.total()),
                    pager.getStart());
        } catch (JqlError error) {
            throw new SearchException(error.getMessage());
        }
    }

    private long count(ApplicationUser searcher, Query query, boolean isOverridden) throws SearchException {
        try {
            return search.count(searcher, query, isOverridden);
        } catch (JqlError error) {
            throw new SearchException(error.getMessage());
        }
    }
}

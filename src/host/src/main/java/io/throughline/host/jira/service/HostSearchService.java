package io.throughline.host.jira.service;

import com.atlassian.jira.bc.issue.search.SearchService;
import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.search.SearchException;
import com.atlassian.jira.issue.search.SearchResults;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.jira.util.MessageSet;
import com.atlassian.jira.util.MessageSetImpl;
import com.atlassian.jira.web.bean.PagerFilter;
import com.atlassian.query.Query;
import io.throughline.host.jira.jql.JqlError;
import io.throughline.host.jira.jql.JqlParser;
import io.throughline.host.jira.jql.JqlSearch;

/** Parses and runs JQL for plugins. */
final class HostSearchService implements SearchService {
    private final JiraServices services;
    private final JqlSearch search;

    HostSearchService(JiraServices services) {
        this.services = services;
        this.search = new JqlSearch(services.data(), services.functions());
    }

    @Override
    public SearchResults<Issue> search(ApplicationUser searcher, Query query, PagerFilter<?> pager)
            throws SearchException {
        return run(searcher, query, pager, false);
    }

    @Override
    public SearchResults<Issue> searchOverrideSecurity(ApplicationUser searcher, Query query, PagerFilter<?> pager)
            throws SearchException {
        return run(searcher, query, pager, true);
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

    @Override
    public long searchCount(ApplicationUser searcher, Query query) throws SearchException {
        return count(searcher, query, false);
    }

    @Override
    public long searchCountOverrideSecurity(ApplicationUser searcher, Query query) throws SearchException {
        return count(searcher, query, true);
    }

    private long count(ApplicationUser searcher, Query query, boolean isOverridden) throws SearchException {
        try {
            return search.count(searcher, query, isOverridden);
        } catch (JqlError error) {
            throw new SearchException(error.getMessage());
        }
    }

    @Override
    public ParseResult parseQuery(ApplicationUser searcher, String jql) {
        MessageSet errors = new MessageSetImpl();
        try {
            return new ParseResult(JqlParser.parse(jql), errors);
        } catch (JqlError error) {
            error.messages().forEach(errors::addErrorMessage);
            return new ParseResult(null, errors);
        }
    }

    @Override
    public MessageSet validateQuery(ApplicationUser searcher, Query query) {
        MessageSet messages = new MessageSetImpl();
        try {
            search.validate(searcher, query);
        } catch (JqlError error) {
            error.messages().forEach(messages::addErrorMessage);
        }
        return messages;
    }
}

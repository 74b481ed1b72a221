package io.throughline.app.jira;

import com.atlassian.jira.bc.issue.search.SearchService;
import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.search.SearchException;
import com.atlassian.jira.web.bean.PagerFilter;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import com.atlassian.plugin.spring.scanner.annotation.imports.JiraImport;
import com.atlassian.query.Query;
import jakarta.inject.Inject;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds issues by when they were last updated, whoever may browse them. */
@JiraComponent
public class RecentIssues {
    private final SearchService search;

    @Inject
    public RecentIssues(@JiraImport SearchService search) {
        this.search = search;
    }

    /** The issues of the last minutes; empty when there are more than a search reaches. */
    Optional<Map<Long, Instant>> updatedWithin(long minutes) {
        try {
            return page(query("updated >= -" + minutes + "m ORDER BY updated DESC"));
        } catch (SearchException e) {
            throw new IllegalStateException("Jira could not search", e);
        }
    }

    /** How many issues a query finds, the archived ones never among them; loads none. */
    long count(String jql) {
        try {
            return search.searchCountOverrideSecurity(null, query(jql));
        } catch (SearchException e) {
            throw new IllegalStateException("Jira could not count", e);
        }
    }

    private Query query(String jql) {
        SearchService.ParseResult parsed = search.parseQuery(null, jql);
        if (!parsed.isValid()) {
            throw new IllegalStateException(
                    "Jira cannot read our query: " + parsed.getErrors().getErrorMessages());
        }
        return parsed.getQuery();
    }

    private Optional<Map<Long, Instant>> page(Query query) throws SearchException {
        Map<Long, Instant> found = new HashMap<>();
        for (int start = 0; start < JiraQuerySource.WINDOW; start += JiraQuerySource.PAGE) {
            List<Issue> page = search.searchOverrideSecurity(
                            null, query, new PagerFilter<>(start, JiraQuerySource.PAGE))
                    .getResults();
            page.forEach(issue -> found.put(issue.getId(), updated(issue)));
            if (page.size() < JiraQuerySource.PAGE) {
                return Optional.of(found);
            }
        }
        return Optional.empty();
    }

    static Instant updated(Issue issue) {
        Timestamp updated = issue.getUpdated() == null ? issue.getCreated() : issue.getUpdated();
        return updated == null ? Instant.EPOCH : updated.toInstant();
    }
}

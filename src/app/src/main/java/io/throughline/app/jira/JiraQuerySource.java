package io.throughline.app.jira;

import com.atlassian.jira.bc.issue.search.SearchService;
import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.IssueManager;
import com.atlassian.jira.issue.search.SearchException;
import com.atlassian.jira.permission.ProjectPermissions;
import com.atlassian.jira.project.Project;
import com.atlassian.jira.security.PermissionManager;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.jira.user.util.UserManager;
import com.atlassian.jira.web.bean.PagerFilter;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import com.atlassian.plugin.spring.scanner.annotation.imports.JiraImport;
import com.atlassian.query.Query;
import io.throughline.app.live.QuerySource;
import io.throughline.app.live.UnreadableQuery;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.ofbiz.core.entity.GenericEntityException;

/**
 * Jira's search.
 *
 * <p>No search reaches past its 10,000th document (platform facts, 3.6), so a larger result is asked for project by
 * project, and in a project that holds more, by ranges of ids: many searches, but the whole result.
 */
@JiraComponent
public class JiraQuerySource implements QuerySource {
    /** Behind this many documents a search finds nothing. */
    static final int WINDOW = 10_000;

    /** Issues per page: the search loads each. */
    static final int PAGE = 1_000;

    /** Ids in one condition: far below the number of conditions that a search takes. */
    static final int IDS = 500;

    private final SearchService search;
    private final IssueManager issues;
    private final PermissionManager permissions;
    private final UserManager users;

    @Inject
    public JiraQuerySource(
            @JiraImport SearchService search,
            @JiraImport IssueManager issues,
            @JiraImport PermissionManager permissions,
            @JiraImport("jiraUserManager") UserManager users) {
        this.search = search;
        this.issues = issues;
        this.permissions = permissions;
        this.users = users;
    }

    @Override
    public long[] all(String jql, String userKey) {
        ApplicationUser user = user(userKey);
        String conditions = QueryText.conditions(jql);
        Query whole = query(conditions, user);
        Set<Long> found = new LinkedHashSet<>();
        if (count(whole, user) <= WINDOW) {
            page(whole, user, found);
        } else {
            permissions
                    .getProjects(ProjectPermissions.BROWSE_PROJECTS, user)
                    .forEach(project -> inProject(conditions, project, user, found));
        }
        return found.stream().mapToLong(Long::longValue).toArray();
    }

    private void inProject(String conditions, Project project, ApplicationUser user, Set<Long> found) {
        Query part = query(QueryText.and(conditions, "project = \"" + project.getKey() + "\""), user);
        if (count(part, user) <= WINDOW) {
            page(part, user, found);
            return;
        }
        List<Long> ids = new ArrayList<>(idsOf(project));
        for (int from = 0; from < ids.size(); from += IDS) {
            among(conditions, user, ids.subList(from, Math.min(from + IDS, ids.size())), found);
        }
    }

    private Collection<Long> idsOf(Project project) {
        try {
            return issues.getIssueIdsForProject(project.getId());
        } catch (GenericEntityException e) {
            throw new IllegalStateException("Jira could not list the issues of project " + project.getId(), e);
        }
    }

    @Override
    public long[] among(String jql, String userKey, Collection<Long> ids) {
        Set<Long> found = new LinkedHashSet<>();
        among(QueryText.conditions(jql), user(userKey), ids, found);
        return found.stream().mapToLong(Long::longValue).toArray();
    }

    /** Asks only for issues that exist and that the user may browse: some versions refuse a query that names others. */
    private void among(String conditions, ApplicationUser user, Collection<Long> ids, Set<Long> found) {
        List<Long> visible = new ArrayList<>();
        for (Issue issue : issues.getIssueObjects(ids)) {
            if (permissions.hasPermission(ProjectPermissions.BROWSE_PROJECTS, issue, user)) {
                visible.add(issue.getId());
            }
        }
        if (!visible.isEmpty()) {
            String list = visible.stream().map(String::valueOf).collect(Collectors.joining(", ", "id in (", ")"));
            page(query(QueryText.and(conditions, list), user), user, found);
        }
    }

    private ApplicationUser user(String key) {
        ApplicationUser user = users.getUserByKey(key);
        if (user == null || !user.isActive()) {
            throw new UnreadableQuery("its author is gone: " + key);
        }
        return user;
    }

    private Query query(String conditions, ApplicationUser user) {
        // by key: pages of one search must not overlap
        SearchService.ParseResult parsed = search.parseQuery(user, (conditions + " ORDER BY key ASC").strip());
        if (!parsed.isValid()) {
            throw new UnreadableQuery(String.join(" ", parsed.getErrors().getErrorMessages()));
        }
        return parsed.getQuery();
    }

    private long count(Query query, ApplicationUser user) {
        try {
            return search.searchCount(user, query);
        } catch (SearchException e) {
            throw new UnreadableQuery(e.getMessage());
        }
    }

    private void page(Query query, ApplicationUser user, Set<Long> found) {
        try {
            for (int start = 0; start < WINDOW; start += PAGE) {
                List<Issue> page = search.search(user, query, new PagerFilter<>(start, PAGE))
                        .getResults();
                page.forEach(issue -> found.add(issue.getId()));
                if (page.size() < PAGE) {
                    return;
                }
            }
        } catch (SearchException e) {
            throw new UnreadableQuery(e.getMessage());
        }
    }
}

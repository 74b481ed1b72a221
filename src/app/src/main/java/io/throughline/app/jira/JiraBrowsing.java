package io.throughline.app.jira;

import com.atlassian.jira.bc.issue.search.SearchService;
import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.IssueManager;
import com.atlassian.jira.permission.ProjectPermissions;
import com.atlassian.jira.project.Project;
import com.atlassian.jira.project.ProjectManager;
import com.atlassian.jira.security.PermissionManager;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.jira.user.util.UserManager;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import com.atlassian.plugin.spring.scanner.annotation.imports.JiraImport;
import io.throughline.app.access.Caller;
import io.throughline.app.live.Browsing;
import io.throughline.core.work.WorkView;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Jira's browse permission.
 *
 * <p>A row is shown only when the permission manager grants the issue itself. Counts of what is hidden ask for projects,
 * and for the issue where it has a security level: a permission scheme that grants single issues of a project (reporter,
 * assignee) makes Jira answer yes for the project, so such a count can be too low, never a row too many.
 */
@JiraComponent
public class JiraBrowsing implements Browsing {
    private final PermissionManager permissions;
    private final IssueManager issues;
    private final UserManager users;
    private final ProjectManager projects;
    private final SearchService search;

    @Inject
    public JiraBrowsing(
            @JiraImport PermissionManager permissions,
            @JiraImport IssueManager issues,
            @JiraImport("jiraUserManager") UserManager users,
            @JiraImport ProjectManager projects,
            @JiraImport SearchService search) {
        this.permissions = permissions;
        this.issues = issues;
        this.users = users;
        this.projects = projects;
        this.search = search;
    }

    @Override
    public Sight of(Caller viewer) {
        ApplicationUser user = user(viewer);
        Set<Long> projects = new HashSet<>();
        for (Project project : permissions.getProjects(ProjectPermissions.BROWSE_PROJECTS, user)) {
            projects.add(project.getId());
        }
        return new JiraSight(projects, user);
    }

    @Override
    public String visibility(Caller viewer) {
        return permissions.getProjects(ProjectPermissions.BROWSE_PROJECTS, user(viewer)).stream()
                .map(Project::getId)
                .sorted()
                .map(String::valueOf)
                .collect(Collectors.joining(","));
    }

    @Override
    public OptionalLong find(String issueKey, Caller viewer) {
        Issue issue = issues.getIssueObject(issueKey.strip().toUpperCase(Locale.ROOT));
        return issue != null && mayBrowse(issue, user(viewer)) ? OptionalLong.of(issue.getId()) : OptionalLong.empty();
    }

    @Override
    public Map<Long, Card> cards(Collection<Long> ids, Caller viewer) {
        ApplicationUser user = user(viewer);
        Map<Long, Card> cards = new HashMap<>();
        for (Issue issue : issues.getIssueObjects(ids)) {
            if (mayBrowse(issue, user)) {
                cards.put(issue.getId(), card(issue));
            }
        }
        return cards;
    }

    @Override
    public Optional<String> lead(long projectId) {
        return Optional.ofNullable(projects.getProjectObj(projectId))
                .map(Project::getProjectLead)
                .map(ApplicationUser::getKey);
    }

    boolean mayBrowse(Issue issue, @Nullable ApplicationUser user) {
        return permissions.hasPermission(ProjectPermissions.BROWSE_PROJECTS, issue, user);
    }

    boolean mayBrowse(Project project, @Nullable ApplicationUser user) {
        return permissions.hasPermission(ProjectPermissions.BROWSE_PROJECTS, project, user);
    }

    /** Whether a query says something to a user, and no word of it is a project that the user may not browse. */
    boolean mayRead(String jql, @Nullable ApplicationUser user) {
        SearchService.ParseResult parsed = search.parseQuery(user, jql);
        return parsed.isValid()
                && !search.validateQuery(user, parsed.getQuery()).hasAnyErrors()
                && namesNoHiddenProject(jql, user);
    }

    /** Also inside a text: Jira would let anybody search for the words of a secret, but nobody here shall read them. */
    boolean namesNoHiddenProject(String text, @Nullable ApplicationUser user) {
        String words = text.toLowerCase(Locale.ROOT);
        return projects.getProjectObjects().stream()
                .filter(project -> mentions(words, project.getKey()) || mentions(words, project.getName()))
                .allMatch(project -> mayBrowse(project, user));
    }

    private static boolean mentions(String words, @Nullable String name) {
        if (name == null || name.isEmpty()) {
            return false;
        }
        String wanted = name.toLowerCase(Locale.ROOT);
        for (int at = words.indexOf(wanted); at >= 0; at = words.indexOf(wanted, at + 1)) {
            int end = at + wanted.length();
            boolean begins = at == 0 || !Character.isLetterOrDigit(words.charAt(at - 1));
            if (begins && (end == words.length() || !Character.isLetterOrDigit(words.charAt(end)))) {
                return true;
            }
        }
        return false;
    }

    @Nullable
    ApplicationUser user(Caller caller) {
        return users.getUserByKey(caller.key());
    }

    private static Card card(Issue issue) {
        return new Card(
                issue.getKey(),
                issue.getSummary() == null ? "" : issue.getSummary(),
                issue.getIssueType() == null ? "" : issue.getIssueType().getName(),
                issue.getStatus() == null ? "" : issue.getStatus().getName());
    }

    private final class JiraSight implements Sight {
        private final Set<Long> projects;
        private final @Nullable ApplicationUser user;
        private final Map<Long, Boolean> asked = new HashMap<>();
        private final Map<String, Boolean> queries = new HashMap<>();
        private @Nullable WorkView seen;
        private boolean[] visible = {};

        JiraSight(Set<Long> projects, @Nullable ApplicationUser user) {
            this.projects = projects;
            this.user = user;
        }

        @Override
        public boolean project(long projectId) {
            return projects.contains(projectId);
        }

        @Override
        public boolean item(WorkView work, int position) {
            int project = work.project(position);
            if (seen != work || project >= visible.length) {
                seen = work;
                visible = new boolean[work.projectCount()];
                projects.forEach(id -> work.projectNumber(id).ifPresent(number -> visible[number] = true));
            }
            return visible[project] && (work.securityLevel(position).isEmpty() || issue(work.id(position)));
        }

        @Override
        public boolean query(String jql) {
            return queries.computeIfAbsent(jql, unasked -> mayRead(unasked, user));
        }

        @Override
        public boolean issue(long id) {
            return asked.computeIfAbsent(id, unasked -> {
                Issue issue = issues.getIssueObject(unasked);
                return issue != null && mayBrowse(issue, user);
            });
        }
    }
}

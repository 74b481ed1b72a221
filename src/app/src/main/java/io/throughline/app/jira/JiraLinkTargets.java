package io.throughline.app.jira;

import com.atlassian.jira.bc.issue.search.SearchService;
import com.atlassian.jira.config.ConstantsManager;
import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.IssueManager;
import com.atlassian.jira.issue.issuetype.IssueType;
import com.atlassian.jira.project.Project;
import com.atlassian.jira.project.ProjectManager;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.jira.util.MessageSet;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import com.atlassian.plugin.spring.scanner.annotation.imports.JiraImport;
import com.atlassian.query.clause.Clause;
import com.atlassian.query.clause.TerminalClause;
import io.throughline.app.access.Caller;
import io.throughline.app.live.IndexKeeper;
import io.throughline.app.live.KpiKeeper;
import io.throughline.app.live.LinkTargets;
import io.throughline.app.live.NumberSource;
import io.throughline.app.live.QueryKeeper;
import io.throughline.app.live.UnreadableQuery;
import io.throughline.app.store.StrategyStore;
import io.throughline.core.strategy.Kpi;
import io.throughline.core.strategy.LinkTarget;
import io.throughline.core.strategy.WorkLink;
import io.throughline.core.work.WorkRules;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Issues, projects and queries that links point to. */
@JiraComponent
public class JiraLinkTargets implements LinkTargets {
    private static final String SHRINKS = "SHRINKS_WHEN_DONE";
    /** Issues that are read at once. */
    private static final int TOGETHER = 500;

    private static final Set<String> DONE_FIELDS = Set.of("status", "statuscategory", "resolution");

    private final IssueManager issues;
    private final ProjectManager projects;
    private final JiraBrowsing browsing;
    private final SearchService search;
    private final QueryKeeper queries;
    private final KpiKeeper kpis;
    private final NumberSource numbers;
    private final StrategyStore store;
    private final IndexKeeper index;
    private final ConstantsManager constants;
    private final RememberedIssues remembered;

    @Inject
    public JiraLinkTargets(
            @JiraImport IssueManager issues,
            @JiraImport ProjectManager projects,
            JiraBrowsing browsing,
            @JiraImport SearchService search,
            QueryKeeper queries,
            KpiKeeper kpis,
            NumberSource numbers,
            StrategyStore store,
            IndexKeeper index,
            @JiraImport ConstantsManager constants,
            RememberedIssues remembered) {
        this.issues = issues;
        this.projects = projects;
        this.browsing = browsing;
        this.search = search;
        this.queries = queries;
        this.kpis = kpis;
        this.numbers = numbers;
        this.store = store;
        this.index = index;
        this.constants = constants;
        this.remembered = remembered;
    }

    @Override
    public Resolved resolve(LinkTarget.Kind kind, String ref, Caller caller) {
        return switch (kind) {
            case ISSUE -> resolveIssue(ref, caller);
            case PROJECT ->
                visibleProject(ref, caller)
                        .map(project -> found(LinkTarget.project(project.getKey(), project.getId())))
                        .orElseGet(Resolved::absent);
            case JQL -> resolveQuery(ref, caller);
        };
    }

    /** Read and validated as the caller, and run: what it finds is known before the link is made. */
    private Resolved resolveQuery(String jql, Caller caller) {
        ApplicationUser user = browsing.user(caller);
        SearchService.ParseResult parsed = search.parseQuery(user, jql);
        MessageSet problems = parsed.isValid() ? search.validateQuery(user, parsed.getQuery()) : parsed.getErrors();
        if (problems.hasAnyErrors()) {
            return new Resolved(null, List.copyOf(problems.getErrorMessages()), List.of());
        }
        try {
            Found found = queries.find(jql, caller.key());
            List<String> warnings = shrinks(parsed.getQuery().getWhereClause()) ? List.of(SHRINKS) : List.of();
            return new Resolved(LinkTarget.jql(jql), List.of(), warnings, found);
        } catch (UnreadableQuery unreadable) {
            return new Resolved(null, List.of(String.valueOf(unreadable.getMessage())), List.of());
        }
    }

    private static boolean shrinks(@Nullable Clause clause) {
        if (clause == null) {
            return false;
        }
        return clause instanceof TerminalClause
                ? DONE_FIELDS.contains(clause.getName().toLowerCase(Locale.ROOT))
                : clause.getClauses().stream().anyMatch(JiraLinkTargets::shrinks);
    }

    @Override
    public Optional<Instant> evaluatedAt(long link) {
        return queries.members().evaluatedAt(link);
    }

    @Override
    public boolean isUnreadable(long link) {
        return queries.isUnreadable(link);
    }

    @Override
    public void keep(WorkLink link, Found found, Caller author) {
        queries.keep(link, found, author.key());
    }

    @Override
    public void evaluate(WorkLink link) {
        queries.evaluate(link);
    }

    @Override
    public Optional<String> issueType(String name) {
        return constants.getAllIssueTypeObjects().stream()
                .map(IssueType::getName)
                .filter(name::equalsIgnoreCase)
                .findFirst();
    }

    @Override
    public Optional<String> numberField(String nameOrId) {
        return numbers.isNumberField(nameOrId) ? Optional.of(nameOrId) : Optional.empty();
    }

    @Override
    public Optional<Measured> measured(String kpi) {
        return kpis.measured(kpi);
    }

    @Override
    public void measure(Kpi kpi) {
        kpis.measure(kpi);
    }

    private Resolved resolveIssue(String ref, Caller caller) {
        Issue issue = issues.getIssueObject(ref.toUpperCase(Locale.ROOT));
        return issue == null || !browsing.mayBrowse(issue, browsing.user(caller))
                ? Resolved.absent()
                : found(LinkTarget.issue(issue.getKey(), issue.getId()));
    }

    private static Resolved found(LinkTarget target) {
        return new Resolved(target, List.of(), List.of());
    }

    /** The work index knows the ids of keys; what is there, and to be seen, Jira says. */
    @Override
    public Map<String, Resolved> resolveIssues(Collection<String> refs, Caller caller) {
        Map<String, String> wanted = new HashMap<>();
        refs.forEach(ref -> wanted.put(ref.toUpperCase(Locale.ROOT), ref));
        List<Long> ids = index.idsOf(wanted.keySet());
        ApplicationUser user = browsing.user(caller);
        Map<String, Resolved> found = new HashMap<>();
        for (int from = 0; from < ids.size(); from += TOGETHER) {
            for (Issue issue : issues.getIssueObjects(ids.subList(from, Math.min(from + TOGETHER, ids.size())))) {
                String ref = wanted.get(issue.getKey());
                if (ref != null && browsing.mayBrowse(issue, user)) {
                    found.put(ref, found(LinkTarget.issue(issue.getKey(), issue.getId())));
                }
            }
        }
        return found;
    }

    @Override
    public Shown show(LinkTarget target, Caller viewer) {
        return switch (target.kind()) {
            case ISSUE -> showIssue(target, viewer);
            case PROJECT -> showProject(target, viewer);
            case JQL -> showQuery(target.ref(), viewer);
        };
    }

    @Override
    public Map<LinkTarget, Shown> showAll(Collection<LinkTarget> targets, Caller viewer) {
        Map<Long, Issue> found = remembered.byId(targets.stream()
                .filter(target -> target.kind() == LinkTarget.Kind.ISSUE && target.id() != null)
                .map(LinkTarget::id)
                .toList());
        ApplicationUser user = browsing.user(viewer);
        WorkRules rules = rules();
        Map<LinkTarget, Shown> shown = new HashMap<>();
        for (LinkTarget target : targets) {
            Issue issue = target.kind() == LinkTarget.Kind.ISSUE ? found.get(target.id()) : null;
            shown.computeIfAbsent(target, each -> issue == null ? show(each, viewer) : shown(issue, user, rules));
        }
        return shown;
    }

    private Shown shown(Issue issue, @Nullable ApplicationUser user, WorkRules rules) {
        return browsing.mayBrowse(issue, user)
                ? new Shown(issue.getKey(), issue.getSummary(), false, false, level(issue, rules))
                : hidden();
    }

    @Override
    public boolean isGone(LinkTarget target) {
        Long id = target.id();
        return switch (target.kind()) {
            case ISSUE -> id == null || issues.getIssueObject(id) == null;
            case PROJECT -> id == null || projects.getProjectObj(id) == null;
            case JQL -> false;
        };
    }

    private static int level(Issue issue, WorkRules rules) {
        String type = issue.getIssueType() == null ? "" : issue.getIssueType().getName();
        return rules.level(type, issue.isSubTask());
    }

    /** Asked once for all targets of a call: the database says each time whether they are the newest. */
    private WorkRules rules() {
        return store.settings().workRules();
    }

    /** Who may not read it sees that there is one; a query that nobody can read is shown to who can mend it. */
    private Shown showQuery(String jql, Caller viewer) {
        ApplicationUser user = browsing.user(viewer);
        if (browsing.mayRead(jql, user)) {
            return new Shown(jql, null, false, false);
        }
        boolean mayMend = viewer.mayEdit() && browsing.namesNoHiddenProject(jql, user);
        return mayMend ? new Shown(jql, null, false, true) : hidden();
    }

    private Shown showIssue(LinkTarget target, Caller viewer) {
        Issue issue = target.id() == null ? null : issues.getIssueObject(target.id());
        if (issue == null) {
            return gone(target, keyHasAVisibleProject(target.ref(), viewer));
        }
        return shown(issue, browsing.user(viewer), rules());
    }

    private Shown showProject(LinkTarget target, Caller viewer) {
        Project project = target.id() == null ? null : projects.getProjectObj(target.id());
        if (project == null) {
            // nobody may browse what is gone, and its old key may have been a secret: only who can mend the link reads
            // it
            return gone(target, viewer.mayEdit());
        }
        return browsing.mayBrowse(project, browsing.user(viewer))
                ? new Shown(project.getKey(), project.getName(), false, false)
                : hidden();
    }

    /** The key of a deleted issue still names its project, which may be one that the viewer must not hear of. */
    private boolean keyHasAVisibleProject(String issueKey, Caller viewer) {
        int dash = issueKey.lastIndexOf('-');
        return dash > 0 && visibleProject(issueKey.substring(0, dash), viewer).isPresent();
    }

    private static Shown gone(LinkTarget target, boolean nameable) {
        return nameable ? new Shown(target.ref(), null, false, true) : hidden();
    }

    private static Shown hidden() {
        return new Shown(null, null, true, false);
    }

    @Override
    public Optional<String> project(String key, Caller caller) {
        return visibleProject(key, caller).map(Project::getKey);
    }

    private Optional<Project> visibleProject(String key, Caller caller) {
        @Nullable Project project = projects.getProjectObjByKey(key.strip().toUpperCase(Locale.ROOT));
        return Optional.ofNullable(project).filter(found -> browsing.mayBrowse(found, browsing.user(caller)));
    }
}

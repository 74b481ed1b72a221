package io.throughline.app.jira;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.anyCollection;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.atlassian.jira.bc.issue.search.SearchService;
import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.IssueManager;
import com.atlassian.jira.permission.ProjectPermissions;
import com.atlassian.jira.project.Project;
import com.atlassian.jira.project.ProjectManager;
import com.atlassian.jira.security.PermissionManager;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.jira.user.util.UserManager;
import com.atlassian.jira.util.MessageSet;
import com.atlassian.jira.util.MessageSetImpl;
import com.atlassian.query.Query;
import com.atlassian.query.clause.Clause;
import com.atlassian.query.clause.TerminalClause;
import io.throughline.app.access.Caller;
import io.throughline.app.live.Browsing;
import io.throughline.app.live.IndexKeeper;
import io.throughline.app.live.LinkTargets;
import io.throughline.app.live.QueryKeeper;
import io.throughline.app.store.InMemoryStrategyStore;
import io.throughline.core.strategy.LinkTarget;
import io.throughline.core.work.StatusCategory;
import io.throughline.core.work.WorkIndex;
import io.throughline.core.work.WorkItem;
import io.throughline.core.work.WorkRules;
import io.throughline.core.work.WorkView;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JiraBrowsingTest {
    private static final Caller DEV = new Caller("dev", "dev", true, false, false);
    private static final Caller PMO = new Caller("pmo", "pmo", true, true, false);

    private final PermissionManager permissions = mock(PermissionManager.class);
    private final IssueManager issues = mock(IssueManager.class);
    private final ProjectManager projects = mock(ProjectManager.class);
    private final UserManager users = mock(UserManager.class);
    private final SearchService search = mock(SearchService.class);
    private final QueryKeeper queries = mock(QueryKeeper.class);
    private final IndexKeeper index = mock(IndexKeeper.class);
    private final ApplicationUser dev = mock(ApplicationUser.class);
    private final ApplicationUser pmo = mock(ApplicationUser.class);
    private final JiraBrowsing browsing = new JiraBrowsing(permissions, issues, users, projects, search);
    private final LinkTargets targets = new JiraLinkTargets(
            issues,
            projects,
            browsing,
            search,
            queries,
            null,
            null,
            new InMemoryStrategyStore(Clock.systemUTC()),
            index,
            null,
            new RememberedIssues(issues, (id, updated) -> true, Clock.systemUTC()));
    private final FakeIssue open = new FakeIssue(1, "OPS-1", "Story");
    private final FakeIssue secret = new FakeIssue(2, "SECRET-2", "Story");

    @BeforeEach
    void devMayBrowseOpsAndPmoBoth() {
        when(users.getUserByKey("dev")).thenReturn(dev);
        when(users.getUserByKey("pmo")).thenReturn(pmo);
        exist(open);
        exist(secret);
        when(secret.project.getId()).thenReturn(2L);
        grant(open, dev);
        grant(open, pmo);
        grant(secret, pmo);
        when(permissions.getProjects(ProjectPermissions.BROWSE_PROJECTS, dev)).thenReturn(List.of(open.project));
    }

    @Test
    void manyKeysAreReadTogetherAndThoseThatMayNotBeBrowsedAreLeftOut() {
        when(index.idsOf(Set.of("OPS-1", "SECRET-2", "OPS-99"))).thenReturn(List.of(1L, 2L));
        when(issues.getIssueObjects(List.of(1L, 2L))).thenReturn(List.of(open.issue, secret.issue));
        List<String> keys = List.of("ops-1", "SECRET-2", "OPS-99");

        assertThat(targets.resolveIssues(keys, DEV).keySet()).containsExactly("ops-1");
        assertThat(targets.resolveIssues(keys, PMO).keySet()).containsExactlyInAnyOrder("ops-1", "SECRET-2");
        assertThat(targets.resolveIssues(keys, DEV).get("ops-1").target()).isEqualTo(LinkTarget.issue("OPS-1", 1L));
    }

    @Test
    void whatMayNotBeBrowsedLooksAbsent() {
        assertThat(browsing.find("OPS-1", DEV)).hasValue(1);
        assertThat(browsing.find(" ops-1 ", DEV)).hasValue(1);
        assertThat(browsing.find("SECRET-2", DEV)).isEmpty();
        assertThat(browsing.find("SECRET-2", PMO)).hasValue(2);
        assertThat(browsing.find("NONE-1", DEV)).isEmpty();
    }

    @Test
    void rowsLeaveOutWhatMayNotBeBrowsed() {
        when(issues.getIssueObjects(anyCollection())).thenReturn(List.<Issue>of(open.issue, secret.issue));

        assertThat(browsing.cards(List.of(1L, 2L), DEV))
                .containsOnlyKeys(1L)
                .containsValue(new Browsing.Card("OPS-1", "Summary of OPS-1", "Story", "Whatever"));
    }

    @Test
    void sightFollowsProjectsAndAsksForTheIssueWhereItHasASecurityLevel() {
        FakeIssue guarded = new FakeIssue(3, "OPS-3", "Story");
        exist(guarded);
        WorkIndex index = new WorkIndex();
        index.upsertAll(List.of(item(1, 1, null), item(2, 2, null), item(3, 1, 10100L)));
        WorkView work = index.view(WorkRules.defaults());

        Browsing.Sight sight = browsing.of(DEV);

        assertThat(sight.item(work, at(work, 1))).isTrue();
        assertThat(sight.item(work, at(work, 2))).isFalse();
        assertThat(sight.item(work, at(work, 3))).isFalse();
        assertThat(sight.project(1)).isTrue();
        assertThat(sight.project(2)).isFalse();
    }

    @Test
    void aTargetIsResolvedOnlyForThoseWhoMayBrowseIt() {
        assertThat(targets.resolve(LinkTarget.Kind.ISSUE, "ops-1", DEV).target())
                .isEqualTo(LinkTarget.issue("OPS-1", 1L));
        assertThat(targets.resolve(LinkTarget.Kind.ISSUE, "SECRET-2", DEV)).isEqualTo(LinkTargets.Resolved.absent());
        assertThat(targets.resolve(LinkTarget.Kind.ISSUE, "NONE-1", DEV)).isEqualTo(LinkTargets.Resolved.absent());
        assertThat(targets.resolve(LinkTarget.Kind.PROJECT, "ops", DEV).target())
                .isEqualTo(LinkTarget.project("OPS", 1L));
        assertThat(targets.resolve(LinkTarget.Kind.PROJECT, "SECRET", DEV)).isEqualTo(LinkTargets.Resolved.absent());
        assertThat(targets.project("SECRET", DEV)).isEmpty();
        assertThat(targets.project("SECRET", PMO)).contains("SECRET");
    }

    private static final String JQL = "project = OPS AND status = Open";

    private void parses(ApplicationUser user, Query query, String... problems) {
        MessageSet none = new MessageSetImpl();
        MessageSet found = new MessageSetImpl();
        List.of(problems).forEach(found::addErrorMessage);
        when(search.parseQuery(eq(user), anyString())).thenReturn(new SearchService.ParseResult(query, none));
        when(search.validateQuery(user, query)).thenReturn(found);
    }

    private static Query testing(String field) {
        TerminalClause status = mock(TerminalClause.class);
        when(status.getName()).thenReturn(field);
        Clause both = mock(Clause.class);
        when(both.getClauses()).thenReturn(List.of(status));
        Query query = mock(Query.class);
        when(query.getWhereClause()).thenReturn(both);
        return query;
    }

    @Test
    void aQueryIsReadAndValidatedAsTheCallerAndRunBeforeItIsLinked() {
        parses(pmo, testing("Status"));
        LinkTargets.Found found = new LinkTargets.Found(new long[] {1, 2}, Instant.EPOCH);
        when(queries.find(JQL, "pmo")).thenReturn(found);

        LinkTargets.Resolved resolved = targets.resolve(LinkTarget.Kind.JQL, JQL, PMO);

        assertThat(resolved.target()).isEqualTo(LinkTarget.jql(JQL));
        assertThat(resolved.warnings()).containsExactly("SHRINKS_WHEN_DONE");
        assertThat(resolved.found()).isSameAs(found);
    }

    @Test
    void aQueryThatDoesNotShrinkWhenDoneIsNotWarnedAbout() {
        parses(pmo, testing("labels"));

        assertThat(targets.resolve(LinkTarget.Kind.JQL, JQL, PMO).warnings()).isEmpty();
    }

    @Test
    void aQueryThatMeansNothingToTheCallerIsRefusedInJirasWords() {
        parses(pmo, testing("labels"), "The value 'OPS' does not exist for the field 'project'.");

        LinkTargets.Resolved resolved = targets.resolve(LinkTarget.Kind.JQL, JQL, PMO);

        assertThat(resolved.target()).isNull();
        assertThat(resolved.problems()).containsExactly("The value 'OPS' does not exist for the field 'project'.");
    }

    @Test
    void aQueryThatNamesAHiddenProjectIsHiddenEvenInsideAText() {
        Query query = testing("text");
        parses(dev, query);
        parses(pmo, query);
        when(secret.project.getKey()).thenReturn("SECRET");
        when(secret.project.getName()).thenReturn("Big deal");
        when(projects.getProjectObjects()).thenReturn(List.of(secret.project));
        when(permissions.hasPermission(ProjectPermissions.BROWSE_PROJECTS, secret.project, pmo))
                .thenReturn(true);

        assertThat(targets.show(LinkTarget.jql("text ~ \"SECRET-2\""), DEV).hidden())
                .isTrue();
        assertThat(targets.show(LinkTarget.jql("text ~ \"big deal\""), DEV).hidden())
                .isTrue();
        assertThat(targets.show(LinkTarget.jql("text ~ secretary"), DEV).ref()).isEqualTo("text ~ secretary");
        assertThat(targets.show(LinkTarget.jql("text ~ \"SECRET-2\""), PMO).hidden())
                .isFalse();
    }

    @Test
    void aStoredTargetIsShownByItsPresentKey() {
        assertThat(targets.show(LinkTarget.issue("OLD-9", 1L), DEV))
                .isEqualTo(new LinkTargets.Shown("OPS-1", "Summary of OPS-1", false, false, 0));
    }

    @Test
    void aHiddenTargetHasNoName() {
        LinkTargets.Shown hidden = new LinkTargets.Shown(null, null, true, false);

        assertThat(targets.show(LinkTarget.issue("SECRET-2", 2L), DEV)).isEqualTo(hidden);
        assertThat(targets.show(LinkTarget.project("SECRET", 2L), DEV)).isEqualTo(hidden);
    }

    @Test
    void aDeletedTargetIsNamedOnlyWhereItsNameIsNoSecret() {
        LinkTargets.Shown hidden = new LinkTargets.Shown(null, null, true, false);

        assertThat(targets.show(LinkTarget.issue("OPS-77", 77L), DEV))
                .isEqualTo(new LinkTargets.Shown("OPS-77", null, false, true));
        assertThat(targets.show(LinkTarget.issue("SECRET-77", 77L), DEV)).isEqualTo(hidden);
        assertThat(targets.show(LinkTarget.project("GONE", 99L), DEV)).isEqualTo(hidden);
        assertThat(targets.show(LinkTarget.project("GONE", 99L), PMO))
                .isEqualTo(new LinkTargets.Shown("GONE", null, false, true));
    }

    private void exist(FakeIssue fake) {
        Long id = fake.issue.getId();
        String key = fake.issue.getKey();
        Project project = fake.project;
        String projectKey = project.getKey();
        when(issues.getIssueObject(id)).thenReturn(fake.issue);
        when(issues.getIssueObject(key)).thenReturn(fake.issue);
        when(projects.getProjectObjByKey(projectKey)).thenReturn(project);
        when(projects.getProjectObj(id)).thenReturn(project);
    }

    private void grant(FakeIssue fake, ApplicationUser user) {
        when(permissions.hasPermission(ProjectPermissions.BROWSE_PROJECTS, fake.issue, user))
                .thenReturn(true);
        when(permissions.hasPermission(ProjectPermissions.BROWSE_PROJECTS, fake.project, user))
                .thenReturn(true);
    }

    private static int at(WorkView work, long id) {
        return work.position(id).orElseThrow();
    }

    private static WorkItem item(long id, long project, Long security) {
        Instant then = Instant.parse("2026-03-01T10:00:00Z");
        String key = "P" + project;
        return new WorkItem(
                id,
                key + "-" + id,
                project,
                key,
                "Story",
                false,
                0,
                StatusCategory.TO_DO,
                null,
                null,
                null,
                then,
                null,
                false,
                security);
    }
}

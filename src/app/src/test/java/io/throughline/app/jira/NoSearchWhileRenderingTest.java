package io.throughline.app.jira;

import static io.throughline.app.live.InMemoryWorkSource.item;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.mockingDetails;
import static org.mockito.Mockito.when;

import com.atlassian.jira.bc.issue.search.SearchService;
import com.atlassian.jira.config.ConstantsManager;
import com.atlassian.jira.issue.IssueManager;
import com.atlassian.jira.permission.ProjectPermissions;
import com.atlassian.jira.project.ProjectManager;
import com.atlassian.jira.security.PermissionManager;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.jira.user.util.UserManager;
import com.atlassian.jira.util.MessageSetImpl;
import com.atlassian.query.Query;
import com.atlassian.sal.api.user.UserKey;
import com.atlassian.sal.api.user.UserProfile;
import io.throughline.app.access.Access;
import io.throughline.app.access.Caller;
import io.throughline.app.access.People;
import io.throughline.app.daily.Past;
import io.throughline.app.live.InMemoryWorkSource;
import io.throughline.app.live.IndexKeeper;
import io.throughline.app.live.KpiKeeper;
import io.throughline.app.live.LiveRollup;
import io.throughline.app.live.NumberSource;
import io.throughline.app.live.QueryKeeper;
import io.throughline.app.live.SavedIndex;
import io.throughline.app.live.SmallStrategy;
import io.throughline.app.map.MapLayouts;
import io.throughline.app.rest.Calls;
import io.throughline.app.rest.CardParts;
import io.throughline.app.rest.Edge;
import io.throughline.app.rest.Freshness;
import io.throughline.app.rest.KpiRows;
import io.throughline.app.rest.LinkRows;
import io.throughline.app.rest.Moments;
import io.throughline.app.rest.ObjectivesResource;
import io.throughline.app.rest.PlanParts;
import io.throughline.app.rest.PlansResource;
import io.throughline.app.rest.SuggestionViews;
import io.throughline.app.rest.WorkResource;
import io.throughline.app.suggest.Suggester;
import io.throughline.app.web.Languages;
import io.throughline.app.web.TestLanguage;
import io.throughline.core.work.QueryMembers;
import io.throughline.core.work.StatusCategory;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.invocation.Invocation;

/**
 * Pages read the roll-up: no page searches for issues or lists those of a project, however many there are behind a number.
 * Jira's own services are counted, under the app's real reading of them.
 */
class NoSearchWhileRenderingTest {
    private final SmallStrategy strategy = new SmallStrategy();
    private final InMemoryWorkSource source = new InMemoryWorkSource();
    private final SearchService search = mock(SearchService.class);
    private final IssueManager issues = mock(IssueManager.class);
    private final PermissionManager permissions = mock(PermissionManager.class);
    private final ProjectManager projects = mock(ProjectManager.class);
    private final UserManager users = mock(UserManager.class);
    private final ApplicationUser exec = mock(ApplicationUser.class);
    private final QueryKeeper queries = mock(QueryKeeper.class);
    private final People people = mock(People.class);
    private final IndexKeeper keeper = new IndexKeeper(source, strategy.store, Runnable::run, SavedIndex.nowhere());
    private final JiraBrowsing browsing = new JiraBrowsing(permissions, issues, users, projects, search);
    private final LiveRollup rollup = new LiveRollup(keeper, strategy.store, browsing, queries);
    private final Languages languages = TestLanguage.languages(Locale.ENGLISH);
    private final HttpHeaders headers = mock(HttpHeaders.class);
    private final UriInfo uri = mock(UriInfo.class);
    private final FakeIssue story = new FakeIssue(2, "P1-2", "Story");

    @BeforeEach
    void anEpicAQueryAndAProjectHoldWork() throws InterruptedException {
        when(users.getUserByKey("exec")).thenReturn(exec);
        when(permissions.getProjects(ProjectPermissions.BROWSE_PROJECTS, exec)).thenReturn(List.of(story.project));
        when(permissions.hasPermission(any(), any(com.atlassian.jira.issue.Issue.class), any()))
                .thenReturn(true);
        when(issues.getIssueObject(org.mockito.ArgumentMatchers.anyLong())).thenReturn(story.issue);
        when(issues.getIssueObject(anyString())).thenReturn(story.issue);
        when(search.parseQuery(any(), anyString()))
                .thenReturn(new SearchService.ParseResult(mock(Query.class), new MessageSetImpl()));
        when(search.validateQuery(any(), any(Query.class))).thenReturn(new MessageSetImpl());
        when(uri.getQueryParameters()).thenReturn(new MultivaluedHashMap<>());
        source.put(
                item(1, 1, 0, "Epic", StatusCategory.IN_PROGRESS),
                item(2, 1, 1, "Story", StatusCategory.DONE),
                item(3, 1, 0, "Story", StatusCategory.TO_DO),
                item(4, 2, 0, "Story", StatusCategory.TO_DO));
        strategy.linkIssue("OBJ-1", "P1-1", 1)
                .linkQuery("OBJ-2", "labels = fast")
                .linkProject("OBJ-2", "P2", 2);
        when(queries.members()).thenReturn(QueryMembers.none().with(2, new long[] {3}, Instant.EPOCH));
        keeper.start();
        while (!keeper.health().ready()) {
            Thread.sleep(5);
        }
    }

    @AfterEach
    void stop() {
        keeper.stop();
    }

    /** Calls of the search, and of lists of a whole project's issues. */
    private List<String> searches() {
        return List.of(search, issues).stream()
                .flatMap(each -> mockingDetails(each).getInvocations().stream())
                .map(Invocation::getMethod)
                .map(method -> method.getName())
                .filter(name -> name.startsWith("search") || name.equals("getIssueIdsForProject"))
                .toList();
    }

    private Calls calls() {
        com.atlassian.sal.api.user.UserManager sal = mock(com.atlassian.sal.api.user.UserManager.class);
        UserProfile profile = mock(UserProfile.class);
        when(profile.getUserKey()).thenReturn(new UserKey("exec"));
        when(profile.getUsername()).thenReturn("exec");
        when(sal.getRemoteUser()).thenReturn(profile);
        when(sal.isUserInGroup(any(UserKey.class), anyString())).thenReturn(true);
        JiraLinkTargets targets = new JiraLinkTargets(
                issues,
                projects,
                browsing,
                search,
                queries,
                mock(KpiKeeper.class),
                mock(NumberSource.class),
                strategy.store,
                mock(IndexKeeper.class),
                mock(ConstantsManager.class),
                new RememberedIssues(issues, keeper));
        return new Calls(
                new Edge(new Access(sal, key -> true, strategy.store), languages), strategy.store, people, targets);
    }

    private static String body(Response answer) {
        assertThat(answer.getStatus()).as("%s", answer.getEntity()).isEqualTo(200);
        Object entity = answer.getEntity();
        return entity instanceof byte[] written ? new String(written, StandardCharsets.UTF_8) : entity.toString();
    }

    @Test
    void noTreeScorecardObjectiveOrAlignmentSearchesForIssues() {
        Calls calls = calls();
        Past past = mock(Past.class);
        when(past.today()).thenReturn(LocalDate.EPOCH);
        Moments now = new Moments(strategy.store, rollup, past);
        PlanParts parts = new PlanParts(calls, now, languages, new KpiRows(), new LinkRows(), new MapLayouts());
        CardParts cards = new CardParts(calls, rollup, now, languages);
        PlansResource plans = new PlansResource(calls, now, languages, parts, new Freshness());

        assertThat(body(plans.tree("PLAN-1", headers, uri))).contains("OBJ-1");
        assertThat(body(plans.scorecard("PLAN-1", headers, uri))).contains("OBJ-1");
        assertThat(body(new ObjectivesResource(calls, rollup, cards, new Freshness()).work("OBJ-2", uri)))
                .contains("values");
        assertThat(body(new WorkResource(calls, rollup, new SuggestionViews(mock(Suggester.class), languages))
                        .alignment("P1-2")))
                .contains("OBJ-1");

        assertThat(searches()).isEmpty();
    }

    @Test
    void noIssuePanelSearchesForIssues() {
        IssuePanel panel = new IssuePanel(
                rollup,
                strategy.store,
                browsing,
                new LinkAuthors(strategy.store, people),
                new PanelCards(new LinkAuthors(strategy.store, people)),
                issue -> List.of());
        when(people.withKey(anyString())).thenReturn(Optional.empty());

        IssuePanelView view =
                panel.of(story.issue, new Caller("exec", "exec", true, false, false), "/jira", languages.ofReader());

        assertThat(view.served()).hasSize(1);
        assertThat(searches()).isEmpty();
    }

    @Test
    void aSearchWouldBeCounted() throws Exception {
        when(search.searchCountOverrideSecurity(any(), any())).thenReturn(3L);

        new RecentIssues(search).count("project = 1");
        issues.getIssueIdsForProject(1L);

        assertThat(searches()).containsExactly("searchCountOverrideSecurity", "getIssueIdsForProject");
    }
}

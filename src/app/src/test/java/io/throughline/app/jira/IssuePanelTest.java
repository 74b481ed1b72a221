package io.throughline.app.jira;

import static io.throughline.app.live.InMemoryWorkSource.item;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.throughline.app.access.Caller;
import io.throughline.app.access.People;
import io.throughline.app.live.InMemoryWorkSource;
import io.throughline.app.live.IndexKeeper;
import io.throughline.app.live.LiveRollup;
import io.throughline.app.live.OpenBrowsing;
import io.throughline.app.live.QueryKeeper;
import io.throughline.app.live.SavedIndex;
import io.throughline.app.live.SmallStrategy;
import io.throughline.app.store.StrategyStore;
import io.throughline.app.web.Golden;
import io.throughline.app.web.Language;
import io.throughline.app.web.StrictTemplates;
import io.throughline.app.web.TestLanguage;
import io.throughline.core.strategy.Exemption;
import io.throughline.core.strategy.Objective;
import io.throughline.core.strategy.ObjectiveState;
import io.throughline.core.strategy.Perspective;
import io.throughline.core.work.QueryMembers;
import io.throughline.core.work.StatusCategory;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class IssuePanelTest {
    private static final Language ENGLISH =
            TestLanguage.languages(Locale.ENGLISH).ofReader();
    private static final Language GERMAN =
            TestLanguage.languages(Locale.GERMANY).ofReader();
    private static final Caller EDITOR = new Caller("pmo", "pmo", true, true, false);
    private static final Caller VIEWER = new Caller("exec", "exec", true, false, false);

    private final SmallStrategy strategy = new SmallStrategy();
    private final InMemoryWorkSource source = new InMemoryWorkSource();
    private final OpenBrowsing browsing = new OpenBrowsing();
    private final IndexKeeper keeper = new IndexKeeper(source, strategy.store, Runnable::run, SavedIndex.nowhere());
    private final QueryKeeper queries = mock(QueryKeeper.class);
    private final LiveRollup rollup = new LiveRollup(keeper, strategy.store, browsing, queries);
    private final People people = mock(People.class);
    private final FakeIssue epic = new FakeIssue(1, "P1-1", "Epic");
    private final FakeIssue story = new FakeIssue(3, "P1-3", "Story");

    @BeforeEach
    void anEpicWithTwoStoriesAndASubTask() {
        when(queries.members()).thenReturn(QueryMembers.none());
        when(people.withKey("pmo")).thenReturn(Optional.of(new People.Person("pmo", "pmo", "Amara <b>Osei</b>", true)));
        source.put(
                item(1, 1, 0, "Epic", StatusCategory.IN_PROGRESS),
                item(2, 1, 1, "Story", StatusCategory.DONE),
                item(3, 1, 1, "Story", StatusCategory.IN_PROGRESS),
                item(4, 1, 3, "Sub-task", StatusCategory.TO_DO));
    }

    @AfterEach
    void stop() {
        keeper.stop();
    }

    private List<String> refusing = List.of();

    @Test
    void anIssueThatIsLinkedItselfShowsItsObjectiveAndItsShare() throws InterruptedException {
        strategy.linkIssue("OBJ-1", "P1-1", 1);

        String text = text(panel(epic, EDITOR));

        assertThat(text)
                .contains("This epic serves")
                .contains("Passengers know before they ask OBJ-1, Travel without friction")
                .contains("Blind")
                .contains("No KPI says whether it helps.")
                .contains("Outcome ○ No data –")
                .contains("Delivery")
                .contains("50%")
                .contains("Of the objective’s work 2 of 2 items")
                .contains("Done in this epic 1 item, 50%")
                .contains("Linked by Amara &lt;b&gt;Osei&lt;/b&gt;, 2 Mar 2026")
                .contains("Unlink")
                .contains("Link another");
    }

    @Test
    void theBarShowsDoneInProgressAndExpected() throws InterruptedException {
        strategy.linkIssue("OBJ-1", "P1-1", 1);

        assertThat(panel(epic, EDITOR))
                .contains("tl-bar-fill\" style=\"width:50%\"")
                .contains("tl-bar-progress\" style=\"left:50%;width:50%\"")
                .contains("tl-bar-tick\" style=\"left:")
                .contains("tl-bar tl-bar-empty")
                .contains("data-tl-action=\"unlink\" data-link=\"1\"")
                .contains("href=\"/jira/plugins/servlet/throughline/objectives/OBJ-1\"");
    }

    @Test
    void aStoryServesThroughItsEpicAndShowsThePath() throws InterruptedException {
        strategy.linkIssue("OBJ-1", "P1-1", 1);

        String html = panel(story, EDITOR);

        assertThat(text(html))
                .contains("Serves, through its epic")
                .contains("P1-3, this story P1-1 Summary of 1 OBJ-1 Passengers know before they ask")
                .contains(
                        "The nearest link wins. Linking this story itself would replace that link for this story only.")
                .contains("Link this story itself")
                .doesNotContain("Unlink")
                .doesNotContain("Linked by");
        assertThat(html).contains("href=\"/jira/browse/P1-1\"");
    }

    @Test
    void aSubTaskGoesThroughItsStory() throws InterruptedException {
        strategy.linkIssue("OBJ-1", "P1-1", 1);

        assertThat(text(panel(new FakeIssue(4, "P1-4", "Sub-task"), VIEWER)))
                .contains("P1-4, this sub-task P1-3 Summary of 3 P1-1 Summary of 1 OBJ-1");
    }

    @Test
    void anAncestorThatMayNotBeBrowsedStaysUnnamed() throws InterruptedException {
        strategy.linkIssue("OBJ-1", "P1-1", 1);
        browsing.hideIssue(1);

        String text = text(panel(story, VIEWER));

        assertThat(text)
                .contains("an issue that you may not see")
                .doesNotContain("P1-1")
                .doesNotContain("Summary of 1");
    }

    @Test
    void aQueryThatMayNotBeReadStaysUnsaid() throws InterruptedException {
        strategy.linkQuery("OBJ-1", "project = SECRET");
        when(queries.members()).thenReturn(QueryMembers.none().with(1, new long[] {3}, Instant.EPOCH));
        assertThat(text(panel(story, VIEWER)))
                .contains("Serves, through a query")
                .contains("project = SECRET");

        browsing.hideQuery("project = SECRET");

        assertThat(text(panel(story, VIEWER)))
                .contains("a query that you may not read")
                .doesNotContain("SECRET");
    }

    @Test
    void anIssueServesThroughItsProject() throws InterruptedException {
        strategy.linkProject("OBJ-2", "P1", 1);

        assertThat(text(panel(story, VIEWER)))
                .contains("Serves, through its project")
                .contains("P1-3, this story P1 Project of P1-3 OBJ-2 One ticket for the whole journey");
    }

    @Test
    void severalObjectivesHaveACardEach() throws InterruptedException {
        strategy.linkIssue("OBJ-1", "P1-1", 1).linkIssue("OBJ-2", "P1-1", 1);

        IssuePanelView view = view(epic, EDITOR);

        assertThat(view.served()).extracting(ServedObjective::key).containsExactly("OBJ-1", "OBJ-2");
        assertThat(view.served().get(0).card().toString()).contains("data-link=\"1\"");
        assertThat(view.served().get(1).card().toString()).contains("data-link=\"2\"");
    }

    @Test
    void anOrphanSaysWhyItIsOne() throws InterruptedException {
        String text = text(panel(epic, EDITOR));

        assertThat(text)
                .contains(
                        "Serves no objective. Neither this epic, nor a parent, nor project P1, nor a query reaches one.")
                .contains("Link to an objective");
    }

    @Test
    void exemptWorkSaysWhyAndByWhomAndALinkWins() throws InterruptedException {
        strategy.exempt(Exemption.Kind.ISSUE, "P1-1", 1L, "Licence to <operate>");

        String html = panel(epic, EDITOR);
        assertThat(text(html))
                .contains("Exempt from strategy")
                .contains("Reason Licence to &lt;operate&gt;")
                .contains("Rule this epic")
                .contains("Set by Amara &lt;b&gt;Osei&lt;/b&gt;, 2 Mar 2026")
                .contains("Until no end")
                .contains("Link instead");
        assertThat(html).contains("data-tl-action=\"unexempt\" data-exemption=\"1\"");
        assertThat(panel(epic, VIEWER)).doesNotContain("<button");

        String below = panel(story, EDITOR);
        assertThat(text(below)).contains("Rule something above it").doesNotContain("P1-1");
        assertThat(below).doesNotContain("unexempt");

        strategy.linkIssue("OBJ-1", "P1-1", 1);
        assertThat(view(story, EDITOR).state()).isEqualTo("SERVES");
    }

    @Test
    void suggestionsHaveAPlaceThatTheBrowserFills() throws InterruptedException {
        assertThat(panel(epic, EDITOR)).contains("tl-panel-suggest").contains("data-tl-action=\"exempt\"");
        assertThat(panel(epic, VIEWER)).doesNotContain("tl-panel-suggest");
    }

    @Test
    void whatIsAchievedOrClosedIsServedNoMore() throws InterruptedException {
        strategy.linkIssue("OBJ-1", "P1-1", 1).achieve("OBJ-1");
        assertThat(view(epic, EDITOR).state()).isEqualTo("ORPHAN");

        strategy.linkIssue("OBJ-2", "P1-1", 1);
        assertThat(view(epic, EDITOR).state()).isEqualTo("SERVES");

        strategy.closePlan();
        assertThat(view(epic, EDITOR).state()).isEqualTo("ORPHAN");
    }

    @Test
    void whoMayNotEditGetsNoButtons() throws InterruptedException {
        strategy.linkIssue("OBJ-1", "P1-1", 1);

        assertThat(panel(epic, VIEWER)).doesNotContain("<button").contains("data-may-edit=\"false\"");
        assertThat(panel(story, VIEWER)).doesNotContain("<button");
        assertThat(panel(new FakeIssue(99, "P9-99", "Bug"), VIEWER)).doesNotContain("<button");
    }

    @Test
    void whileJiraIsReadNoNumberIsShown() {
        String html = render(panel().of(epic.issue, EDITOR, "/jira", ENGLISH));

        assertThat(text(html))
                .contains("Reading Jira: 0 of 0 items. Shown when complete.")
                .doesNotContain("%");
        assertThat(html).doesNotContain("<button");
    }

    @Test
    void aFailureHasAReferenceAndNoDetails() throws InterruptedException {
        ready();
        StrategyStore broken = mock(StrategyStore.class);
        when(broken.recent()).thenThrow(new IllegalStateException("<secret>"));

        IssuePanel panel = new IssuePanel(
                rollup,
                broken,
                browsing,
                new LinkAuthors(broken, people),
                new PanelCards(new LinkAuthors(broken, people)),
                issue -> refusing);
        String html = render(panel.of(epic.issue, EDITOR, "/jira", ENGLISH));

        assertThat(text(html))
                .contains("Strategy could not be read.")
                .contains("ref ")
                .doesNotContain("secret");
        assertThat(html).contains("data-tl-action=\"retry\"");
    }

    @Test
    void anOrphanSaysWhichTransitionsWillRefuseIt() throws InterruptedException {
        assertThat(text(panel(epic, EDITOR))).doesNotContain("Will be refused");

        refusing = List.of("In review", "<Done>");

        assertThat(panel(epic, EDITOR)).contains("Will be refused at: In review, &lt;Done&gt;.");
        strategy.linkIssue("OBJ-1", "P1-1", 1);
        assertThat(text(panel(epic, EDITOR))).as("it serves").doesNotContain("Will be refused");
    }

    @Test
    void hostileNamesAreText() throws InterruptedException {
        strategy.linkIssue("OBJ-1", "P1-1", 1).rename("OBJ-1", "<script>alert(1)</script>\" onclick=\"x");

        assertThat(panel(epic, EDITOR))
                .doesNotContain("<script")
                .doesNotContain("\" onclick=")
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;");
    }

    @Test
    void aCardThatIsKeptIsNotShownToOthersNorUnderAnOldName() throws InterruptedException {
        strategy.linkIssue("OBJ-1", "P1-1", 1);
        ready();
        IssuePanel panel = panel();

        assertThat(render(panel.of(epic.issue, EDITOR, "/jira", ENGLISH))).contains("data-tl-action=\"unlink\"");
        assertThat(render(panel.of(epic.issue, VIEWER, "/jira", ENGLISH))).doesNotContain("unlink");
        assertThat(render(panel.of(epic.issue, EDITOR, "/jira", GERMAN))).contains("Epic dient diesem Ziel");
        assertThat(render(panel.of(epic.issue, EDITOR, "/jira", ENGLISH))).contains("This epic serves");
        strategy.rename("OBJ-1", "Passengers are told");
        assertThat(render(panel.of(epic.issue, EDITOR, "/jira", ENGLISH)))
                .contains("Passengers are told")
                .doesNotContain("Passengers know before they ask");
    }

    @Test
    void germanReadersReadGerman() throws InterruptedException {
        strategy.linkIssue("OBJ-1", "P1-1", 1);

        assertThat(text(panel(epic, EDITOR, GERMAN)))
                .contains("Epic dient diesem Ziel")
                .contains("Umsetzung")
                .doesNotContain("Delivery");
    }

    @Test
    void whatAnIssueServesIsWrittenAsInTheGoldenFiles() throws InterruptedException {
        anObjectiveThatIsMeasured();
        strategy.linkIssue("OBJ-1", "P1-1", 1).linkIssue("OBJ-2", "P1-1", 1).linkIssue("OBJ-2", "P1-3", 3);

        Golden.check("panel/serves-itself.html", panel(epic, EDITOR));
        Golden.check("panel/serves-itself-viewer.html", panel(epic, VIEWER));
        Golden.check("panel/serves-itself-german.html", panel(epic, EDITOR, GERMAN));
        Golden.check("panel/serves-its-own-link.html", panel(story, EDITOR));
        Golden.check("panel/serves-through-epic.html", panel(new FakeIssue(2, "P1-2", "Story"), EDITOR));
        browsing.hideIssue(1);
        Golden.check("panel/serves-through-hidden.html", panel(new FakeIssue(2, "P1-2", "Story"), VIEWER));
    }

    @Test
    void whatAnIssueServesByQueryOrProjectIsWrittenAsInTheGoldenFiles() throws InterruptedException {
        anObjectiveThatIsMeasured();
        strategy.linkQuery("OBJ-1", "labels = \"<fast>\"").linkProject("OBJ-1", "P1", 1);
        when(queries.members()).thenReturn(QueryMembers.none().with(1, new long[] {3}, Instant.EPOCH));

        Golden.check("panel/serves-by-query.html", panel(story, EDITOR));
        Golden.check("panel/serves-by-project.html", panel(epic, VIEWER));
    }

    @Test
    void whatServesNothingIsWrittenAsInTheGoldenFiles() throws InterruptedException {
        Golden.check("panel/indexing.html", render(panel().of(epic.issue, EDITOR, "/jira", ENGLISH), ENGLISH));
        refusing = List.of("In review", "<Done>");
        Golden.check("panel/orphan.html", panel(epic, EDITOR));
        Golden.check("panel/orphan-viewer.html", panel(epic, VIEWER));
        strategy.exempt(Exemption.Kind.ISSUE, "P1-1", 1L, "Licence to <operate>");
        Golden.check("panel/exempt.html", panel(epic, EDITOR));
        Golden.check("panel/exempt-viewer.html", panel(story, VIEWER));
    }

    /** Its time is over, and the KPI's last value covers its target: nothing about them depends on the day of the test. */
    private void anObjectiveThatIsMeasured() {
        LocalDate start = LocalDate.parse("2025-01-01");
        LocalDate end = LocalDate.parse("2025-12-31");
        strategy.store.write("pmo", draft -> {
            for (int number = 1; number <= 2; number++) {
                draft.put(new Objective(
                        "OBJ-" + number,
                        "TH-1",
                        null,
                        number == 1 ? "Passengers know before they ask" : "One \"ticket\" & <all> of 'it'",
                        null,
                        null,
                        Perspective.PROCESS,
                        1,
                        start,
                        end,
                        ObjectiveState.ACTIVE,
                        0,
                        1));
            }
            return "";
        });
        strategy.measure("OBJ-1").value("2025-12-31", 70.5);
    }

    private String panel(FakeIssue fake, Caller viewer) throws InterruptedException {
        return panel(fake, viewer, ENGLISH);
    }

    private String panel(FakeIssue fake, Caller viewer, Language language) throws InterruptedException {
        ready();
        return render(panel().of(fake.issue, viewer, "/jira", language), language);
    }

    private IssuePanelView view(FakeIssue fake, Caller viewer) throws InterruptedException {
        ready();
        return panel().of(fake.issue, viewer, "/jira", ENGLISH);
    }

    private IssuePanel panel() {
        return new IssuePanel(
                rollup,
                strategy.store,
                browsing,
                new LinkAuthors(strategy.store, people),
                new PanelCards(new LinkAuthors(strategy.store, people)),
                issue -> refusing);
    }

    private void ready() throws InterruptedException {
        keeper.start();
        for (int tries = 0; !keeper.health().ready(); tries++) {
            assertThat(tries).isLessThan(1000);
            Thread.sleep(5);
        }
    }

    private static String render(IssuePanelView view) {
        return render(view, ENGLISH);
    }

    private static String render(IssuePanelView view, Language language) {
        return new StrictTemplates()
                .html(
                        "/templates/jira/issue-panel.vm",
                        Map.of(
                                "panelShown",
                                true,
                                "panel",
                                new PanelPage(PanelHtml.of(view, language).toString())));
    }

    private static String text(String html) {
        return html.replaceAll("<[^>]*>", " ").replaceAll("[ \\n]+", " ");
    }
}

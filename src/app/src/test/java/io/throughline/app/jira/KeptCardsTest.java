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
import io.throughline.app.web.Language;
import io.throughline.app.web.TestLanguage;
import io.throughline.core.strategy.SizeMeasure;
import io.throughline.core.work.QueryMembers;
import io.throughline.core.work.StatusCategory;
import io.throughline.core.work.WorkItem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One issue panel for all: what it keeps is what the next page would write, for that reader and at that moment. */
class KeptCardsTest {
    private static final Language ENGLISH = TestLanguage.of(Locale.ENGLISH);
    private static final Caller EDITOR = new Caller("pmo", "pmo", true, true, false);
    private static final Caller VIEWER = new Caller("exec", "exec", true, false, false);

    /** Issues that only the editor may browse, and what was asked for. */
    private static final class Secrets extends OpenBrowsing {
        private final List<Long> secret = new ArrayList<>();
        private final List<Collection<Long>> asked = new ArrayList<>();

        @Override
        public Map<Long, Card> cards(Collection<Long> ids, Caller viewer) {
            asked.add(ids);
            return super.cards(
                    ids.stream()
                            .filter(id -> viewer.equals(EDITOR) || !secret.contains(id))
                            .toList(),
                    viewer);
        }
    }

    private final SmallStrategy strategy = new SmallStrategy();
    private final InMemoryWorkSource source = new InMemoryWorkSource();
    private final Secrets browsing = new Secrets();
    private final IndexKeeper keeper = new IndexKeeper(source, strategy.store, Runnable::run, SavedIndex.nowhere());
    private final QueryKeeper queries = mock(QueryKeeper.class);
    private final LiveRollup rollup = new LiveRollup(keeper, strategy.store, browsing, queries);
    private final People people = mock(People.class);
    private final LinkAuthors authors = new LinkAuthors(strategy.store, people);
    private final IssuePanel panel =
            new IssuePanel(rollup, strategy.store, browsing, authors, new PanelCards(authors), unrefused -> List.of());
    private final FakeIssue epic = new FakeIssue(1, "P1-1", "Epic");
    private final FakeIssue story = new FakeIssue(3, "P1-3", "Story");

    @BeforeEach
    void anEpicWithTwoStoriesThatServesTheFirstObjective() throws InterruptedException {
        when(queries.members()).thenReturn(QueryMembers.none());
        isCalled("Amara Osei");
        source.put(
                item(1, 1, 0, "Epic", StatusCategory.IN_PROGRESS),
                item(2, 1, 1, "Story", StatusCategory.DONE),
                item(3, 1, 1, "Story", StatusCategory.IN_PROGRESS));
        strategy.linkIssue("OBJ-1", "P1-1", 1);
        keeper.start();
        for (int tries = 0; !keeper.health().ready(); tries++) {
            assertThat(tries).isLessThan(1000);
            Thread.sleep(5);
        }
    }

    @AfterEach
    void stop() {
        keeper.stop();
    }

    private void isCalled(String name) {
        when(people.withKey("pmo")).thenReturn(Optional.of(new People.Person("pmo", "pmo", name, true)));
    }

    private String html(FakeIssue issue, Caller reader, String base, Language language) {
        return PanelHtml.of(panel.of(issue.issue, reader, base, language), language)
                .toString();
    }

    private String html(FakeIssue issue, Caller reader) {
        return html(issue, reader, "/jira", ENGLISH);
    }

    /** The words of it. */
    private String page(FakeIssue issue, Caller reader) {
        return html(issue, reader).replaceAll("<[^>]*>", " ").replaceAll("[ \\n]+", " ");
    }

    private ServedObjective card(FakeIssue issue, int number) {
        return panel.of(issue.issue, VIEWER, "/jira", ENGLISH).served().get(number);
    }

    @Test
    void aCardOfWhichNothingChangedIsTheSame() {
        strategy.linkIssue("OBJ-2", "P1-3", 3); // another score for the whole plan

        assertThat(card(epic, 0).card()).isSameAs(card(epic, 0).card());
        strategy.rename("OBJ-2", "Another name");
        assertThat(card(epic, 0).card()).isSameAs(card(epic, 0).card());
    }

    @Test
    void workThatIsDoneIsOnTheNextPageOfAllThatServe() {
        assertThat(page(epic, VIEWER)).contains("50%").contains("Done in this epic 1 item, 50%");
        assertThat(page(story, VIEWER)).contains("50%");

        keeper.index().upsert(item(3, 1, 1, "Story", StatusCategory.DONE));

        assertThat(page(epic, VIEWER)).contains("100%").contains("Done in this epic 2 items, 100%");
        assertThat(page(story, VIEWER)).contains("100%").doesNotContain("50%");
    }

    @Test
    void aValueIsOnTheNextPage() {
        strategy.measure("OBJ-1").value("2025-12-31", 50);
        assertThat(page(story, VIEWER)).contains("Outcome 50%, Off pace, 100% expected.");

        strategy.value("2025-12-31", 45);

        assertThat(page(story, VIEWER)).contains("Outcome 44%, Off pace, 100% expected.");
    }

    @Test
    void whatIsSaidOfAnOutcomeThatRisesIsSaidAsLongAsItDoes() {
        strategy.measure("OBJ-1").value("2025-09-30", 20).value("2025-12-31", 70);
        keeper.index().upsert(item(3, 1, 1, "Story", StatusCategory.DONE));
        assertThat(page(story, VIEWER)).contains("Realizing");

        strategy.value("2025-09-30", 90); // the newest value stays, and with it all numbers

        assertThat(page(story, VIEWER)).contains("Drift").doesNotContain("Realizing");
    }

    @Test
    void theObjectiveIsCalledAsItIsNow() {
        assertThat(page(epic, VIEWER)).contains("Passengers know before they ask");

        strategy.rename("OBJ-1", "Passengers are told");

        assertThat(page(epic, VIEWER)).contains("Passengers are told").doesNotContain("Passengers know");
    }

    @Test
    void theThemeIsCalledAsItIsNow() {
        assertThat(page(epic, VIEWER)).contains("OBJ-1, Travel without friction");

        strategy.renameTheme("Travel in peace");

        assertThat(page(epic, VIEWER)).contains("OBJ-1, Travel in peace").doesNotContain("friction");
    }

    @Test
    void aTranslationThatWasChangedIsOnTheCardAsWell() {
        assertThat(page(epic, VIEWER)).contains("No data");

        Language reworded = TestLanguage.reworded(Locale.ENGLISH, "No data", "Not known");

        assertThat(html(epic, VIEWER, "/jira", reworded)).contains("Not known").doesNotContain("No data");
    }

    @Test
    void whoMadeTheLinkIsCalledAsTheyAreNow() {
        assertThat(page(epic, VIEWER)).contains("Linked by Amara Osei,");

        isCalled("Amara Mensah");

        assertThat(page(epic, VIEWER)).contains("Linked by Amara Mensah,").doesNotContain("Osei");
    }

    @Test
    void thePlansMeasureIsThatOfNow() {
        keeper.index().upsert(ofOnePoint(item(2, 1, 1, "Story", StatusCategory.DONE)));
        keeper.index().upsert(ofOnePoint(item(3, 1, 1, "Story", StatusCategory.DONE)));
        assertThat(page(epic, VIEWER)).contains("2 of 2 items");

        strategy.measureIn(SizeMeasure.STORY_POINTS); // the numbers stay

        assertThat(page(epic, VIEWER)).contains("2 of 2 pts").doesNotContain("items");
    }

    private static WorkItem ofOnePoint(WorkItem item) {
        return new WorkItem(
                item.id(),
                item.key(),
                item.projectId(),
                item.projectKey(),
                item.issueType(),
                item.subTask(),
                item.parentId(),
                item.statusCategory(),
                item.resolution(),
                1.0,
                item.originalEstimateSeconds(),
                item.updated(),
                item.resolved(),
                item.archived(),
                item.securityLevel());
    }

    @Test
    void cardsOfSeveralPlansChangeEachForItself() {
        strategy.anotherPlan(SizeMeasure.STORY_POINTS).linkIssue("OBJ-3", "P1-1", 1);
        assertThat(page(epic, VIEWER))
                .contains("2 of 2 items")
                .contains("No signal fails")
                .contains("2 of 2 pts");
        ServedObjective here = card(epic, 0);
        ServedObjective there = card(epic, 1);

        strategy.linkIssue("OBJ-3", "P1-9", 9).rename("OBJ-1", "Passengers are told");

        assertThat(card(epic, 0).card()).isNotSameAs(here.card());
        assertThat(card(epic, 1).card()).isSameAs(there.card());
    }

    @Test
    void eachReaderReadsTheirOwnLanguageAndAddress() {
        FakeIssue small = new FakeIssue(1, "P1-1", "epic"); // called the same in both languages
        Language german = TestLanguage.of(Locale.GERMANY);

        assertThat(html(small, VIEWER)).contains("Delivery").contains("href=\"/jira/plugins");
        assertThat(html(small, VIEWER, "/jira", german))
                .contains("epic dient diesem Ziel")
                .contains("Umsetzung")
                .doesNotContain("Delivery");
        assertThat(html(small, VIEWER, "/other", ENGLISH)).contains("href=\"/other/plugins");
        assertThat(html(small, VIEWER)).contains("Delivery").contains("href=\"/jira/plugins");
    }

    @Test
    void theSameObjectiveIsToldOfEachKindOfIssue() {
        assertThat(page(epic, VIEWER)).contains("This epic serves").contains("Done in this epic");
        assertThat(page(new FakeIssue(1, "P1-1", "Initiative"), VIEWER))
                .contains("This initiative serves")
                .contains("Done in this initiative");
    }

    @Test
    void theSameObjectiveIsToldByTheWayThatLeadsThere() {
        strategy.linkProject("OBJ-1", "P1", 1);
        keeper.index().upsert(item(7, 1));

        assertThat(page(story, VIEWER)).contains("Serves, through its epic").doesNotContain("Linked by");
        assertThat(page(new FakeIssue(7, "P1-7", "Story"), VIEWER)).contains("Serves, through its project");
        assertThat(page(epic, VIEWER)).contains("This epic serves").contains("Linked by");
    }

    @Test
    void eachIssueTakesAwayItsOwnLink() {
        keeper.index().upsert(item(7, 1));
        keeper.index().upsert(item(8, 1));
        strategy.linkIssue("OBJ-2", "P1-7", 7).linkIssue("OBJ-2", "P1-8", 8);

        assertThat(html(new FakeIssue(7, "P1-7", "Story"), EDITOR)).contains("data-link=\"2\"");
        assertThat(html(new FakeIssue(8, "P1-8", "Story"), EDITOR)).contains("data-link=\"3\"");
    }

    @Test
    void whoMayNotEditSeesNoButtonOfWhoMay() {
        assertThat(html(epic, EDITOR)).contains("data-tl-action=\"unlink\"").contains("Link another");
        assertThat(html(epic, VIEWER)).doesNotContain("data-tl-action").doesNotContain("Link another");
        assertThat(html(epic, EDITOR)).contains("data-tl-action=\"unlink\"").contains("Link another");
    }

    @Test
    void anAncestorIsNamedToWhoMayBrowseItOnlyWhateverWasShownBefore() {
        browsing.secret.add(1L);

        assertThat(page(story, EDITOR)).contains("P1-1 Summary of 1");
        assertThat(page(story, VIEWER))
                .contains("an issue that you may not see")
                .doesNotContain("P1-1 ")
                .doesNotContain("Summary of 1");
        assertThat(page(story, EDITOR)).contains("P1-1 Summary of 1");
    }

    @Test
    void anAncestorThatBecomesSecretIsUnnamedOnTheNextPage() {
        assertThat(page(story, VIEWER)).contains("Summary of 1");

        browsing.secret.add(1L);

        assertThat(page(story, VIEWER)).doesNotContain("Summary of 1");
    }

    @Test
    void ofOnePageAnAncestorIsAskedForOnce() {
        strategy.linkIssue("OBJ-2", "P1-1", 1).anotherPlan(SizeMeasure.COUNT).linkIssue("OBJ-3", "P1-1", 1);

        assertThat(panel.of(story.issue, VIEWER, "/jira", ENGLISH).served()).hasSize(3);

        assertThat(browsing.asked).containsExactly(List.of(1L));
    }
}

package io.throughline.app.live;

import static io.throughline.app.live.InMemoryWorkSource.item;
import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.app.MovableClock;
import io.throughline.app.store.InMemoryQueryResults;
import io.throughline.core.strategy.WorkLink;
import io.throughline.core.work.StatusCategory;
import io.throughline.core.work.WorkItem;
import io.throughline.core.work.WorkRules;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class QueryKeeperTest {
    private static final String JQL = "labels = launch";

    private final MovableClock clock = new MovableClock(SmallStrategy.THEN);
    private final SmallStrategy strategy = new SmallStrategy();
    private final InMemoryQueries jira = new InMemoryQueries().finds(JQL, 1, 2);
    private final InMemoryQueryResults results = new InMemoryQueryResults();
    private final IndexKeeper index = index();
    private final QueryKeeper keeper = node(index);
    private final QueryKeeper anotherNode = node(index());

    private IndexKeeper index() {
        return new IndexKeeper(
                new InMemoryWorkSource(), WorkRules::defaults, Runnable::run, clock, Duration.ofMillis(20));
    }

    private QueryKeeper node(IndexKeeper over) {
        return new QueryKeeper(jira, results, strategy.store, over, clock);
    }

    @BeforeEach
    void aLinkToAQueryAndFourIssues() {
        for (long id = 1; id <= 4; id++) {
            index.index().upsert(item(id, 1));
        }
        strategy.linkQuery("OBJ-1", JQL);
    }

    private WorkLink link() {
        return strategy.store.model().link(1).orElseThrow();
    }

    @Test
    void whatWasFoundWhenItWasLinkedIsThereAtOnceAndOnEveryNode() {
        keeper.keep(link(), keeper.find(JQL, "pmo"), "pmo");
        anotherNode.follow();

        assertThat(keeper.members().issues(1)).containsExactly(1, 2);
        assertThat(keeper.members().evaluatedAt(1)).hasValue(SmallStrategy.THEN);
        assertThat(anotherNode.members().issues(1)).containsExactly(1, 2);
    }

    @Test
    void aChangedIssueIsAskedAboutWithoutRunningTheWholeQuery() {
        keeper.keep(link(), keeper.find(JQL, "pmo"), "pmo");
        int runs = jira.wholeRuns;

        jira.finds(JQL, 2, 3);
        keeper.changed(Set.of(1L, 3L));
        keeper.lookAtChanges();
        assertThat(keeper.members().issues(1)).as("too soon").containsExactly(1, 2);
        clock.forward(LateChanges.SOON);
        keeper.lookAtChanges();
        anotherNode.follow();

        assertThat(keeper.members().issues(1)).containsExactly(2, 3);
        assertThat(anotherNode.members().issues(1)).containsExactly(2, 3);
        assertThat(jira.wholeRuns).isEqualTo(runs);
        assertThat(keeper.members().evaluatedAt(1))
                .as("the whole query is as old as before")
                .hasValue(SmallStrategy.THEN);
    }

    @Test
    void aSearchIndexThatLagsIsAskedOnceMoreWithinAMinute() {
        keeper.keep(link(), keeper.find(JQL, "pmo"), "pmo");
        keeper.changed(Set.of(3L));
        clock.forward(LateChanges.SOON);
        keeper.lookAtChanges();

        jira.finds(JQL, 1, 2, 3); // the index has caught up only now
        clock.forward(LateChanges.ONCE_MORE);
        keeper.lookAtChanges();

        assertThat(keeper.members().issues(1)).containsExactly(1, 2, 3);
        assertThat(LateChanges.SOON.plus(LateChanges.ONCE_MORE)).isLessThan(Duration.ofSeconds(60));
    }

    @Test
    void aDeletedIssueIsNoMemberAnyMoreAndAnArchivedOneStays() {
        keeper.keep(link(), keeper.find(JQL, "pmo"), "pmo");

        index.index().remove(1);
        index.index().upsert(archived(2));
        jira.finds(JQL);
        keeper.changed(Set.of(1L, 2L));
        clock.forward(LateChanges.SOON);
        keeper.lookAtChanges();
        assertThat(keeper.members().issues(1)).containsExactly(2);

        keeper.evaluate(link());
        assertThat(keeper.members().issues(1)).containsExactly(2);
    }

    private static WorkItem archived(long id) {
        WorkItem item = item(id, 1, 0, "Story", StatusCategory.TO_DO);
        return new WorkItem(
                id,
                item.key(),
                1,
                "P1",
                "Story",
                false,
                0,
                item.statusCategory(),
                null,
                null,
                null,
                item.updated(),
                null,
                true,
                null);
    }

    @Test
    void aQueryThatNeverRanRunsAndOneOfYesterdayRunsAgain() {
        keeper.catchUp();
        assertThat(keeper.members().issues(1)).containsExactly(1, 2);

        jira.finds(JQL, 4);
        keeper.catchUp();
        assertThat(keeper.members().issues(1)).as("it is young").containsExactly(1, 2);
        clock.forward(Duration.ofHours(26));
        keeper.catchUp();

        assertThat(keeper.members().issues(1)).containsExactly(4);
    }

    @Test
    void aLinkThatIsGoneIsForgottenEverywhere() {
        keeper.catchUp();
        strategy.store.write("pmo", draft -> {
            draft.remove(link());
            return "";
        });
        keeper.catchUp();

        assertThat(results.since(0).results()).isEmpty();
        assertThat(keeper.members().issues(1)).isEmpty();
    }

    @Test
    void anUnreadableQueryKeepsItsMembersAndSaysSo() {
        keeper.catchUp();
        jira.breaks(JQL);
        keeper.evaluateAll();

        assertThat(keeper.isUnreadable(1)).isTrue();
        assertThat(keeper.members().issues(1)).containsExactly(1, 2);
    }

    @Test
    void whatAnotherNodeFoundOutWhileTheWholeQueryRanIsNotLost() {
        keeper.catchUp();
        jira.whileRunning = () -> results.change(1, now -> now.with(new long[] {2, 9}));

        keeper.evaluate(link()); // found 1 and 2 before the other node added 9 and removed 1

        assertThat(keeper.members().issues(1)).containsExactly(2, 9);
    }

    @Test
    void theIndexTellsWhatChanged() {
        InMemoryWorkSource source = new InMemoryWorkSource().put(item(3, 1));
        IndexKeeper running = new IndexKeeper(source, WorkRules::defaults, Runnable::run, clock, Duration.ofMillis(20));
        QueryKeeper queries = node(running);
        queries.catchUp();
        running.start();
        IndexKeeperTest.eventually(() -> running.health().ready());

        jira.finds(JQL, 3);
        running.changed(List.of(3L));
        IndexKeeperTest.eventually(() -> {
            clock.forward(LateChanges.SOON);
            queries.lookAtChanges();
            return queries.members().issues(1).length == 3;
        });
        running.stop();
    }
}

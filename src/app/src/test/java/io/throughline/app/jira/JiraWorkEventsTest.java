package io.throughline.app.jira;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoMoreInteractions;

import com.atlassian.event.api.EventListener;
import com.atlassian.event.api.EventPublisher;
import com.atlassian.jira.event.ClearCacheEvent;
import com.atlassian.jira.event.ProjectDeletedEvent;
import com.atlassian.jira.event.ProjectUpdatedEvent;
import com.atlassian.jira.event.issue.IssueEvent;
import com.atlassian.jira.event.issue.IssueEventBundle;
import com.atlassian.jira.event.issue.IssuePreDeleteEvent;
import com.atlassian.jira.event.type.EventType;
import io.throughline.app.live.FeedKeeper;
import io.throughline.app.live.IndexKeeper;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mockito.InOrder;
import org.mockito.Mockito;

class JiraWorkEventsTest {
    private final EventPublisher publisher = mock(EventPublisher.class);
    private final IndexKeeper keeper = mock(IndexKeeper.class);
    private final FeedKeeper feed = mock(FeedKeeper.class);
    private final JiraWorkEvents events = new JiraWorkEvents(publisher, feed);
    private final FakeIssue issue = new FakeIssue(7, "OPS-7", "Story");

    @Test
    void anIssueEventOnlyLeavesANote() {
        events.issue(event(EventType.ISSUE_MOVED_ID));

        verify(feed).changed(List.of(7L));
        verifyNoMoreInteractions(feed);
    }

    @Test
    void anIssueAboutToBeDeletedIsLookedAtLater() {
        events.issueAboutToBeDeleted(new IssuePreDeleteEvent(issue.issue, null));

        verify(feed).changedSoon(7);
    }

    @Test
    void aChangedOrDeletedProjectIsReadWhole() {
        events.projectUpdated(new ProjectUpdatedEvent(null, issue.project, issue.project));
        events.projectDeleted(new ProjectDeletedEvent(null, issue.project));

        verify(feed, Mockito.times(2)).projectChanged(1);
    }

    @Test
    void aClearedJiraIsReadAnew() {
        events.everythingMayHaveChanged(new ClearCacheEvent());

        verify(feed).everythingChanged();
    }

    @Test
    void listeningBeginsBeforeTheFillAndEndsBeforeTheKeeperStops() {
        JiraStart start = new JiraStart(events, feed, keeper, mock(JiraClockwork.class));

        start.onStart();
        start.onStop();

        InOrder order = Mockito.inOrder(publisher, feed, keeper);
        order.verify(publisher).register(events);
        order.verify(feed).start();
        order.verify(keeper).start();
        order.verify(publisher).unregister(events);
        order.verify(keeper).stop();
    }

    /** Bundle and event are both published for one operation. */
    @Test
    void oneOfTheTwoIssueEventsIsListenedTo() {
        assertThat(listeners())
                .extracting(method -> method.getParameterTypes()[0])
                .doesNotContain(IssueEventBundle.class);
    }

    @Test
    void listenersArePublicWithOneParameter() {
        assertThat(listeners()).isNotEmpty().allSatisfy(method -> {
            assertThat(Modifier.isPublic(method.getModifiers())).isTrue();
            assertThat(method.getParameterCount()).isOne();
        });
    }

    private static List<Method> listeners() {
        return Arrays.stream(JiraWorkEvents.class.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(EventListener.class))
                .toList();
    }

    private IssueEvent event(Long type) {
        return new IssueEvent(issue.issue, null, null, null, null, Map.of(), type);
    }
}

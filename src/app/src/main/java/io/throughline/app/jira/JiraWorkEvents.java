package io.throughline.app.jira;

import com.atlassian.event.api.EventListener;
import com.atlassian.event.api.EventPublisher;
import com.atlassian.jira.event.AbstractProjectEvent;
import com.atlassian.jira.event.ClearCacheEvent;
import com.atlassian.jira.event.ProjectDeletedEvent;
import com.atlassian.jira.event.ProjectUpdatedEvent;
import com.atlassian.jira.event.issue.IssueChangedEvent;
import com.atlassian.jira.event.issue.IssueEvent;
import com.atlassian.jira.event.issue.IssuePreDeleteEvent;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import com.atlassian.plugin.spring.scanner.annotation.imports.ComponentImport;
import io.throughline.app.live.FeedKeeper;
import jakarta.inject.Inject;
import java.util.List;

/**
 * Tells the index, and those of the other nodes, which issues changed on this one. A listener runs on the thread of the user who changes the issue, so
 * it only leaves a note; the keeper's own thread reads.
 *
 * <p>{@code IssueEvent} and {@code IssueEventBundle} are both published for one operation, so only the first is
 * listened to: a deletion is known to come as one (type 8). {@code IssueChangedEvent} comes beside it and is the
 * reliable word on transitions; a second note about the same issue costs nothing.
 */
@JiraComponent
public class JiraWorkEvents {
    private final EventPublisher publisher;
    private final FeedKeeper keeper;

    @Inject
    public JiraWorkEvents(@ComponentImport EventPublisher publisher, FeedKeeper keeper) {
        this.publisher = publisher;
        this.keeper = keeper;
    }

    void listen() {
        publisher.register(this);
    }

    void stopListening() {
        publisher.unregister(this);
    }

    /** Creation, change, transition, move, deletion: whatever it was, the issue is read again. */
    @EventListener
    public void issue(IssueEvent event) {
        keeper.changed(List.of(event.getIssue().getId()));
    }

    @EventListener
    public void issueChanged(IssueChangedEvent event) {
        keeper.changed(List.of(event.getIssue().getId()));
    }

    /** The issue still exists, and its deletion may yet fail: only a later look can tell. */
    @EventListener
    public void issueAboutToBeDeleted(IssuePreDeleteEvent event) {
        keeper.changedSoon(event.getIssue().getId());
    }

    /** A new key or an archived project changes every issue in it, without an event for each. */
    @EventListener
    public void projectUpdated(ProjectUpdatedEvent event) {
        project(event);
    }

    @EventListener
    public void projectDeleted(ProjectDeletedEvent event) {
        project(event);
    }

    /** After a restore from XML nothing known before can be trusted. */
    @EventListener
    public void everythingMayHaveChanged(ClearCacheEvent event) {
        keeper.everythingChanged();
    }

    private void project(AbstractProjectEvent event) {
        keeper.projectChanged(event.getProject().getId());
    }
}

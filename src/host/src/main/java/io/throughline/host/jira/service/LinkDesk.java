package io.throughline.host.jira.service;

import com.atlassian.jira.event.issue.link.IssueLinkCreatedEvent;
import com.atlassian.jira.event.issue.link.IssueLinkDeletedEvent;
import com.atlassian.jira.issue.link.IssueLink;
import io.throughline.host.jira.model.Links;

/** Where issue links are written. */
public final class LinkDesk {
    private final JiraServices services;
    private final JiraEvents events;

    LinkDesk(JiraServices services, JiraEvents events) {
        this.services = services;
        this.events = events;
    }

    public IssueLink link(long typeId, long sourceId, long destinationId) {
        IssueLink link = services.issueLinks().shown(services.data().links().add(typeId, sourceId, destinationId));
        events.publish(new IssueLinkCreatedEvent(link));
        return link;
    }

    public void unlink(Links.Link row) {
        services.data().links().delete(row.id());
        events.publish(new IssueLinkDeletedEvent(services.issueLinks().shown(row)));
    }
}

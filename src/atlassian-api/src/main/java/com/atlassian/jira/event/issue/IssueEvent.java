package com.atlassian.jira.event.issue;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.comments.Comment;
import com.atlassian.jira.issue.worklog.Worklog;
import com.atlassian.jira.user.ApplicationUser;
import java.util.Map;
import org.ofbiz.core.entity.GenericValue;

/**
 * Something happened to an issue; the event type id says what, as the workflow is configured.
 *
 * <p>Source: dossier 3.8 [V8; getProject U8]
 */
public class IssueEvent implements JiraIssueEvent {
    private final Issue issue;
    private final ApplicationUser user;
    private final Comment comment;
    private final Worklog worklog;
    private final GenericValue changeGroup;
    private final Map<String, Object> params;
    private final Long eventTypeId;

    public IssueEvent(
            Issue issue,
            ApplicationUser user,
            Comment comment,
            Worklog worklog,
            GenericValue changeGroup,
            Map<String, Object> params,
            Long eventTypeId) {
        this.issue = issue;
        this.user = user;
        this.comment = comment;
        this.worklog = worklog;
        this.changeGroup = changeGroup;
        this.params = params;
        this.eventTypeId = eventTypeId;
    }

    public Issue getIssue() {
        return issue;
    }

    public Long getEventTypeId() {
        return eventTypeId;
    }

    /** Null when nothing changed. */
    public GenericValue getChangeLog() {
        return changeGroup;
    }
}

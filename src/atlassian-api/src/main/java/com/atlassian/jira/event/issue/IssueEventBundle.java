package com.atlassian.jira.event.issue;

import java.util.Collection;

/**
 * All events of one operation; published beside the single events, so listen to one of them only.
 *
 * <p>Source: dossier 3.8 [V8]
 */
public interface IssueEventBundle {
    Collection<? extends JiraIssueEvent> getEvents();
}

package com.atlassian.jira.event.issue;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.history.ChangeItemBean;
import java.util.Collection;

/**
 * Fields of an issue changed; the reliable sign of a new status is a change item whose field is "status".
 *
 * <p>Source: dossier 3.8 [V8]
 */
public interface IssueChangedEvent {
    Issue getIssue();

    Collection<ChangeItemBean> getChangeItems();
}

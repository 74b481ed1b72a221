package com.atlassian.jira.issue;

import com.atlassian.jira.issue.fields.CustomField;
import com.atlassian.jira.user.ApplicationUser;

/**
 * An issue whose fields can be set, which writes nothing: a workflow post function sets them and the transition stores the issue.
 *
 * <p>Source: dossier 3.3 [V8]; https://docs.atlassian.com/jira/7.2.2/com/atlassian/jira/issue/MutableIssue.html
 */
public interface MutableIssue extends Issue {
    void setSummary(String summary);

    void setDescription(String description);

    void setAssignee(ApplicationUser assignee);

    /** "Sets a custom field value on this Issue Object, but does not write it to the database." */
    void setCustomFieldValue(CustomField customField, Object value);
}

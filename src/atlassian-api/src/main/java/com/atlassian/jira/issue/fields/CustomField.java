package com.atlassian.jira.issue.fields;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.customfields.CustomFieldType;

/**
 * A custom field; ids differ from instance to instance, so it is found by its type.
 *
 * <p>Source: dossier 3.5 [V8]
 */
public interface CustomField {
    /** Such as customfield_10001. */
    String getId();

    Long getIdAsLong();

    String getName();

    CustomFieldType<?, ?> getCustomFieldType();

    Object getValue(Issue issue);
}

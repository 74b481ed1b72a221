package com.atlassian.jira.issue;

import com.atlassian.jira.issue.fields.CustomField;
import java.util.Collection;
import java.util.List;

/**
 * Finds custom fields.
 *
 * <p>Source: dossier 3.5 [V8; getCustomFieldObjects U]
 */
public interface CustomFieldManager {
    List<CustomField> getCustomFieldObjects();

    Collection<CustomField> getCustomFieldObjectsByName(String name);
}

package com.atlassian.jira.issue.customfields;

/**
 * The kind of a custom field; V is the type of its values, S of a single one.
 *
 * <p>Source: dossier 3.5 [V8/U]
 */
public interface CustomFieldType<V, S> {
    /** The complete module key, such as com.pyxis.greenhopper.jira:gh-epic-link. */
    String getKey();
}

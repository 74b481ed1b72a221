package com.atlassian.jira;

import java.util.Collection;

/**
 * What a JQL function returns or a field holds.
 *
 * <p>Source: dossier 3.7 [V8]
 */
public interface JiraDataType {
    Collection<String> asStrings();
}

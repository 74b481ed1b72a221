package com.atlassian.jira.util;

import java.util.Set;

/**
 * Errors and warnings gathered in the order they came.
 *
 * <p>Source: dossier 3.6, 3.7 [V8]
 */
public interface MessageSet {
    boolean hasAnyErrors();

    Set<String> getErrorMessages();

    void addErrorMessage(String message);
}

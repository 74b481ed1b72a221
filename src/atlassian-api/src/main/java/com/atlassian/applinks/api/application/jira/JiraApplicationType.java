package com.atlassian.applinks.api.application.jira;

import com.atlassian.applinks.api.ApplicationType;

/**
 * A Jira at the other end.
 *
 * <p>Source: dossier 2.6 [P7].
 */
public interface JiraApplicationType extends ApplicationType {}

package com.atlassian.applinks.api.application.confluence;

import com.atlassian.applinks.api.ApplicationType;

/**
 * A Confluence at the other end.
 *
 * <p>Source: dossier 2.6 [P7].
 */
public interface ConfluenceApplicationType extends ApplicationType {}

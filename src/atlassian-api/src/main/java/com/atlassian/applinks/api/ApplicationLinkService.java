package com.atlassian.applinks.api;

import jakarta.annotation.Nullable;

/**
 * The links to other applications.
 *
 * <p>Source: dossier 2.6 [P7].
 */
public interface ApplicationLinkService {
    @Nullable
    ApplicationLink getApplicationLink(ApplicationId id) throws TypeNotInstalledException;

    Iterable<ApplicationLink> getApplicationLinks(Class<? extends ApplicationType> type);

    @Nullable
    ApplicationLink getPrimaryApplicationLink(Class<? extends ApplicationType> type);
}

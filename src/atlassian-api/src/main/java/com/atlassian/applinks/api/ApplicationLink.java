package com.atlassian.applinks.api;

import jakarta.annotation.Nullable;
import java.net.URI;

/**
 * A link to another application, and requests over it.
 *
 * <p>Source: dossier 2.6 [P7].
 */
public interface ApplicationLink {
    ApplicationId getId();

    ApplicationType getType();

    String getName();

    URI getDisplayUrl();

    URI getRpcUrl();

    ApplicationLinkRequestFactory createAuthenticatedRequestFactory();

    @Nullable
    ApplicationLinkRequestFactory createImpersonatingAuthenticatedRequestFactory();
}

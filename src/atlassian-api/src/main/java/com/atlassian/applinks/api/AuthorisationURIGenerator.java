package com.atlassian.applinks.api;

import java.net.URI;

/**
 * Says where a user allows this application to act for them.
 *
 * <p>Source: dossier 2.6 [P7].
 */
public interface AuthorisationURIGenerator {
    URI getAuthorisationURI(URI callback);

    URI getAuthorisationURI();
}

package com.atlassian.sal.api.auth;

import java.net.URI;

/**
 * Where to send somebody who has to log in first.
 *
 * <p>Source: dossier 2.3 [P7].
 */
public interface LoginUriProvider {
    URI getLoginUri(URI returnUri);
}

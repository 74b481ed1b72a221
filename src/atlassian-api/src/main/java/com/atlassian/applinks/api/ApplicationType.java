package com.atlassian.applinks.api;

import jakarta.annotation.Nullable;
import java.net.URI;

/**
 * The kind of application at the other end of a link.
 *
 * <p>Source: dossier 2.6 [P7].
 */
public interface ApplicationType {
    String getI18nKey();

    @Nullable
    URI getIconUrl();
}

package com.atlassian.applinks.api;

/**
 * The kind of application at the other end of a link.
 *
 * <p>Source: dossier 2.6 [P7].
 */
public interface ApplicationType {
    String getI18nKey();
}

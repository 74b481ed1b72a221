package com.atlassian.confluence.core;

/**
 * Keeps content. It checks no permission.
 *
 * <p>Source: dossier 4.5 [S6]
 */
public interface ContentEntityManager {

    /** Keeps what the content was as a former version, and what the modification makes of it as the current one. */
    <T extends ContentEntityObject> void saveNewVersion(T current, Modification<T> modification);
}

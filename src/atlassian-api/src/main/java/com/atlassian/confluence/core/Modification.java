package com.atlassian.confluence.core;

/**
 * A change to content that becomes a new version of it.
 *
 * <p>Source: <a href="https://docs.atlassian.com/ConfluenceServer/javadoc/8.7.1/com/atlassian/confluence/core/Modification.html">Javadoc</a>
 * and dossier 4.5 [S6]
 */
public interface Modification<T> {

    void modify(T content);
}

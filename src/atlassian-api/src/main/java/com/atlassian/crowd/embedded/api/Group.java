package com.atlassian.crowd.embedded.api;

/**
 * A group of the user directory.
 *
 * <p>Source: dossier 3.1 [V8]
 */
public interface Group {}

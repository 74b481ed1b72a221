package com.atlassian.applinks.api;

/**
 * A link of a type that nobody knows any more.
 *
 * <p>Source: dossier 2.6 [P7], constructor [K].
 */
public class TypeNotInstalledException extends Exception {
    private static final long serialVersionUID = 1L;

    public TypeNotInstalledException(String type) {
        super(type);
    }
}

package com.atlassian.sal.api;

/**
 * Which form of an address is wanted.
 *
 * <p>Source: dossier 2.3 [V8].
 */
public enum UrlMode {
    /** The address that administrators gave the product, whoever asks. */
    CANONICAL
}

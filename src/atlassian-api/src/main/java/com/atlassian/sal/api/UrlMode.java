package com.atlassian.sal.api;

/**
 * How much of the product's address a link carries.
 *
 * <p>Source: dossier 2.3 CANONICAL and ABSOLUTE [V8], the others [K].
 */
public enum UrlMode {
    CANONICAL,
    ABSOLUTE,
    RELATIVE,
    RELATIVE_CANONICAL,
    AUTO
}

package com.atlassian.confluence.api.service.accessmode;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A resource, or one of its methods, that Confluence lets through in read-only mode although its HTTP method can change something.
 * Confluence matches it by its simple name.
 *
 * <p>Source: dossier 1.2 [V8]
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface ReadOnlyAccessAllowed {}

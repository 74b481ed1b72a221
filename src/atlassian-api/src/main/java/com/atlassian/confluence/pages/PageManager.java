package com.atlassian.confluence.pages;

/**
 * Finds pages. It checks no permission.
 *
 * <p>Source: dossier 4.5 [V8]
 */
public interface PageManager {}

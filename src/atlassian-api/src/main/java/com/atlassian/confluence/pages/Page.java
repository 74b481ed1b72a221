package com.atlassian.confluence.pages;

/**
 * A page.
 *
 * <p>Source: dossier 4.5 [S6, V8]
 */
public class Page extends AbstractPage {}

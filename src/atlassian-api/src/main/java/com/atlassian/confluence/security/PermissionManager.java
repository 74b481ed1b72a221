package com.atlassian.confluence.security;

/**
 * Says whether a user may do something with a space or a page.
 *
 * <p>Source: dossier 4.5 [V8]
 */
public interface PermissionManager {}

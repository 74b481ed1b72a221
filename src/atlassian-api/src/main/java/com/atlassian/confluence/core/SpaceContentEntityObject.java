package com.atlassian.confluence.core;

/**
 * Content that lives in a space.
 *
 * <p>Source: dossier 4.5 [V8]
 */
public abstract class SpaceContentEntityObject extends ContentEntityObject {}

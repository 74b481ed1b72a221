package com.atlassian.confluence.core;

import com.atlassian.confluence.spaces.Space;

/**
 * Content that lives in a space.
 *
 * <p>Source: dossier 4.5 [V8]
 */
public abstract class SpaceContentEntityObject extends ContentEntityObject {

    private Space space;
}

package com.atlassian.confluence.core;

import com.atlassian.confluence.spaces.Space;

/**
 * Content that lives in a space.
 *
 * <p>Source: dossier 4.5 [V8]
 */
public abstract class SpaceContentEntityObject extends ContentEntityObject {

    private Space space;

    public Space getSpace() {
        return space;
    }

    public void setSpace(Space space) {
        this.space = space;
    }

    /** The address below the base URL, beginning with a slash. */
    public abstract String getUrlPath();
}

package com.atlassian.confluence.core;

import com.atlassian.confluence.user.ConfluenceUser;

/**
 * Content with an id, a title, a version and a body in storage format.
 *
 * <p>Source: dossier 4.5 [S6, V8]
 */
public abstract class ContentEntityObject {

    private String title;
    private int version;
    private ConfluenceUser creator;

    public String getTitle() {
        return title;
    }

    public void setTitle(String title) {
        this.title = title;
    }
}

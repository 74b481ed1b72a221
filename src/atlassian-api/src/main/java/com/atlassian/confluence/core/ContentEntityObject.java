package com.atlassian.confluence.core;

/**
 * Content with a title, a version and a body in storage format.
 *
 * <p>Source: dossier 4.5 [S6, V8]
 */
public abstract class ContentEntityObject {

    private String title;
    private int version;

    public String getTitle() {
        return title;
    }

    public void setTitle(String title) {
        this.title = title;
    }

    public int getVersion() {
        return version;
    }

    public void setVersion(int version) {
        this.version = version;
    }
}

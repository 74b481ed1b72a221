package com.atlassian.confluence.core;

import com.atlassian.confluence.user.ConfluenceUser;
import jakarta.annotation.Nullable;

/**
 * Content with an id, a title, a version and a body in storage format.
 *
 * <p>Source: dossier 4.5 [S6, V8]; {@code isLatestVersion} is from {@code Versioned}:
 * https://docs.atlassian.com/ConfluenceServer/javadoc/7.19.0-m02/com/atlassian/confluence/core/class-use/Versioned.html
 */
public abstract class ContentEntityObject {

    private long id;
    private String title;
    private int version;
    private String body = "";
    private ConfluenceUser creator;

    /** 0 for what is not stored yet. */
    public long getId() {
        return id;
    }

    public void setId(long id) {
        this.id = id;
    }

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

    /** Null when the content was made anonymously or the user is gone. */
    @Nullable
    public ConfluenceUser getCreator() {
        return creator;
    }

    public void setCreator(@Nullable ConfluenceUser creator) {
        this.creator = creator;
    }

    /** Whether it is in use: neither a draft nor in the trash. */
    public boolean isCurrent() {
        return true;
    }

    /** False for a former version, which is content with an id of its own. */
    public boolean isLatestVersion() {
        return true;
    }

    public String getBodyAsString() {
        return body;
    }

    public void setBodyAsString(String body) {
        this.body = body;
    }
}

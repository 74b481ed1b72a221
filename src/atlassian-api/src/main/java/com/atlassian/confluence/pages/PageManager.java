package com.atlassian.confluence.pages;

import jakarta.annotation.Nullable;

/**
 * Finds pages. It checks no permission.
 *
 * <p>Source: dossier 4.5 [V8]
 */
public interface PageManager {

    @Nullable
    Page getPage(String spaceKey, String title);

    @Nullable
    AbstractPage getAbstractPage(long id);
}

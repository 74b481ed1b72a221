package com.atlassian.confluence.pages;

import com.atlassian.confluence.core.ContentEntityManager;
import jakarta.annotation.Nullable;

/**
 * Finds pages. It checks no permission.
 *
 * <p>Source: dossier 4.5 [V8]
 */
public interface PageManager extends ContentEntityManager {

    @Nullable
    AbstractPage getAbstractPage(long id);
}

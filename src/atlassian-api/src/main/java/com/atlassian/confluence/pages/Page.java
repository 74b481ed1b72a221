package com.atlassian.confluence.pages;

/**
 * A page.
 *
 * <p>Source: dossier 4.5 [S6, V8]
 */
public class Page extends AbstractPage {

    /** Nought for a page that was never saved. */
    @Override
    public long getId() {
        return 0;
    }

    @Override
    public String getUrlPath() {
        return "/pages/viewpage.action?pageId=" + getId();
    }
}

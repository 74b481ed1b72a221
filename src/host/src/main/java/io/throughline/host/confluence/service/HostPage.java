package io.throughline.host.confluence.service;

import com.atlassian.confluence.pages.Page;
import io.throughline.host.confluence.content.WikiPage;

/** A stored page as Confluence's API shows it. */
public final class HostPage extends Page {

    public HostPage(WikiPage page) {
        setTitle(page.title());
        setVersion(page.version());
    }
}

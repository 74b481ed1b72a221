package io.throughline.host.confluence.service;

import com.atlassian.confluence.pages.Page;
import io.throughline.host.confluence.content.WikiPage;
import io.throughline.host.launch.Users;

/** A stored page as Confluence's API shows it. */
public final class HostPage extends Page {

    public HostPage(WikiPage page, Users users) {
        setId(page.id());
        setTitle(page.title());
        setVersion(page.version());
        setBodyAsString(page.body());
        setCreator(users.find(page.creator()).map(HostConfluenceUser::new).orElse(null));
    }
}

package io.throughline.host.confluence.service;

import com.atlassian.confluence.pages.Page;
import io.throughline.host.confluence.content.WikiPage;
import io.throughline.host.launch.Users;

/** A stored page as Confluence's API shows it. */
public final class HostPage extends Page {

    private final boolean current;

    public HostPage(WikiPage page, Users users) {
        this(page, users, true);
    }

    private HostPage(WikiPage page, Users users, boolean current) {
        this.current = current;
        setId(page.id());
        setTitle(page.title());
        setVersion(page.version());
        setBodyAsString(page.body());
        setCreator(users.find(page.creator()).map(HostConfluenceUser::new).orElse(null));
    }

    /** A page that is in the trash. */
    static HostPage trashed(WikiPage page, Users users) {
        return new HostPage(page, users, false);
    }

    @Override
    public boolean isCurrent() {
        return current;
    }
}

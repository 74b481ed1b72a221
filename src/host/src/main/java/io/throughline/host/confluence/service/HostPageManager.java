package io.throughline.host.confluence.service;

import com.atlassian.confluence.core.ContentEntityObject;
import com.atlassian.confluence.core.Modification;
import com.atlassian.confluence.pages.AbstractPage;
import com.atlassian.confluence.pages.PageManager;
import io.throughline.host.confluence.content.PageChange;
import io.throughline.host.confluence.content.Wiki;
import io.throughline.host.confluence.content.WikiPage;
import io.throughline.host.confluence.content.WikiRefusal;
import io.throughline.host.launch.Users;

/** Finds and keeps pages without asking who wants them, as the platform's does. */
public final class HostPageManager implements PageManager {

    private final Wiki wiki;
    private final Users users;

    public HostPageManager(Wiki wiki, Users users) {
        this.wiki = wiki;
        this.users = users;
    }

    /**
     * Also what is in the trash, which is not current. No published Javadoc says whether the platform finds that; a plugin that
     * gets along with this one gets along with both.
     */
    @Override
    public AbstractPage getAbstractPage(long id) {
        return wiki.page(id)
                .map(page -> new HostPage(page, users))
                .or(() -> wiki.trashedPage(id).map(page -> HostPage.trashed(page, users)))
                .orElse(null);
    }

    /** By the user of the thread. Somebody else's version in between is refused, as the platform's database would. */
    @Override
    public <T extends ContentEntityObject> void saveNewVersion(T current, Modification<T> modification) {
        WikiPage before = wiki.page(current.getId()).orElseThrow(() -> new IllegalStateException("the page is gone"));
        int next = current.getVersion() + 1;
        modification.modify(current);
        PageChange change = new PageChange(current.getTitle(), before.parent(), current.getBodyAsString(), "");
        try {
            wiki.updatePage(before.id(), next, change, users.current().orElse(before.modifier()));
            current.setVersion(next);
        } catch (WikiRefusal refused) {
            throw new IllegalStateException(refused.getMessage(), refused);
        }
    }
}

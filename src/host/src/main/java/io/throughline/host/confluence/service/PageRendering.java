package io.throughline.host.confluence.service;

import com.atlassian.confluence.content.render.xhtml.ConversionContextOutputType;
import io.throughline.host.confluence.content.Wiki;
import io.throughline.host.confluence.content.WikiPage;
import io.throughline.host.confluence.storage.Macros;
import io.throughline.host.confluence.storage.PageConversion;
import io.throughline.host.confluence.storage.StorageRenderer;
import io.throughline.host.confluence.storage.UnreadableStorage;
import io.throughline.host.confluence.storage.WikiLinks;
import io.throughline.host.launch.Users;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;

/** Pages as the user of the current thread sees them. */
public final class PageRendering {

    private final Clock clock;
    private final StorageRenderer renderer;
    private final Users users;

    /** @param contextPath begins every link of a page */
    public PageRendering(Wiki wiki, Users users, Macros macros, String contextPath, Clock clock) {
        this.clock = clock;
        this.users = users;
        this.renderer = new StorageRenderer(macros, new Links(wiki, users, contextPath));
    }

    /** The page's own body. What was stored was readable, so this cannot be refused. */
    public String html(WikiPage page, ConversionContextOutputType type) {
        try {
            return html(page, page.body(), type);
        } catch (UnreadableStorage broken) {
            throw new IllegalStateException("page " + page.id() + " was stored unreadable", broken);
        }
    }

    /** Another body in the place of the page's, as a preview shows it. */
    public String html(WikiPage page, String storage, ConversionContextOutputType type) throws UnreadableStorage {
        PageConversion context =
                new PageConversion(new HostPage(page, users), page.space().key(), type, clock);
        return renderer.render(storage, context);
    }

    /** A body that belongs to no page yet. */
    public String html(String spaceKey, String storage, ConversionContextOutputType type) throws UnreadableStorage {
        return renderer.render(storage, new PageConversion(null, spaceKey, type, clock));
    }

    private record Links(Wiki wiki, Users users, String contextPath) implements WikiLinks {

        @Override
        public Optional<String> page(String spaceKey, String title) {
            return wiki.page(spaceKey, title).map(page -> contextPath + pagePath(page));
        }

        @Override
        public Optional<String> space(String key) {
            return wiki.space(key).map(space -> contextPath + "/display/" + space.key());
        }

        @Override
        public Optional<String> person(String userKey) {
            return users.find(userKey).map(Users.User::fullName);
        }
    }

    /** The page's address below the context path: by its title where that makes a readable one, else by its id. */
    public static String pagePath(WikiPage page) {
        return page.title().matches("[\\p{IsAlphabetic}\\p{IsDigit} ._\\-]+")
                ? "/display/" + page.space().key() + "/" + URLEncoder.encode(page.title(), StandardCharsets.UTF_8)
                : "/pages/viewpage.action?pageId=" + page.id();
    }
}

package io.throughline.app.confluence.wiki;

import com.atlassian.confluence.core.ContentEntityObject;
import com.atlassian.confluence.pages.AbstractPage;
import com.atlassian.confluence.pages.PageManager;
import com.atlassian.confluence.security.Permission;
import com.atlassian.confluence.security.PermissionManager;
import com.atlassian.confluence.user.AuthenticatedUserThreadLocal;
import com.atlassian.confluence.user.ConfluenceUser;
import com.atlassian.plugin.spring.scanner.annotation.component.ConfluenceComponent;
import com.atlassian.plugin.spring.scanner.annotation.imports.ComponentImport;
import com.atlassian.plugin.spring.scanner.annotation.imports.ConfluenceImport;
import com.atlassian.sal.api.ApplicationProperties;
import com.atlassian.sal.api.UrlMode;
import com.atlassian.sal.api.transaction.TransactionTemplate;
import com.atlassian.sal.api.user.UserManager;
import com.atlassian.sal.api.user.UserProfile;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Pages of this Confluence for the user of the current thread, with that user's rights. */
@ConfluenceComponent
public class Pages {
    private final PageManager pages;
    private final PermissionManager permissions;
    private final UserManager users;
    private final ApplicationProperties application;
    private final TransactionTemplate transactions;

    @Inject
    public Pages(
            @ConfluenceImport PageManager pages,
            @ConfluenceImport PermissionManager permissions,
            @ComponentImport UserManager users,
            @ComponentImport("salApplicationProperties") ApplicationProperties application,
            @ConfluenceImport TransactionTemplate transactions) {
        this.pages = pages;
        this.permissions = permissions;
        this.users = users;
        this.application = application;
        this.transactions = transactions;
    }

    /** Who acts; empty when nobody is logged in. */
    public Optional<UserProfile> user() {
        return Optional.ofNullable(users.getRemoteUser());
    }

    /**
     * A page that the current user may view, as it is now; a page that is not theirs is as absent as one that does not exist, is in
     * the trash, or is a draft or a former version under an id of its own.
     */
    public Optional<OpenPage> page(long id) {
        AbstractPage page = pages.getAbstractPage(id);
        return page == null ? Optional.empty() : rendered(page);
    }

    /**
     * The page that is being rendered; empty when it is not stored yet, when it is a former version, or what is rendered is no page.
     * Rights are asked here too: pieces of markup can be rendered as if they stood on somebody else's page.
     */
    public Optional<OpenPage> rendered(@Nullable ContentEntityObject content) {
        return content instanceof AbstractPage page && page.getId() != 0 && isNow(page) && may(Permission.VIEW, page)
                ? Optional.of(open(page))
                : Optional.empty();
    }

    /** Neither a former version nor a draft nor in the trash. All of these have ids, by which the platform may find them. */
    private static boolean isNow(AbstractPage page) {
        return page.isLatestVersion() && page.isCurrent();
    }

    private OpenPage open(AbstractPage page) {
        ConfluenceUser creator = page.getCreator();
        return new OpenPage(
                page.getId(),
                page.getTitle(),
                creator == null ? "" : creator.getName(),
                page.getBodyAsString(),
                may(Permission.EDIT, page));
    }

    private boolean may(Permission permission, AbstractPage page) {
        return permissions.hasPermission(AuthenticatedUserThreadLocal.get(), permission, page);
    }

    /**
     * Makes a new version of a page by the current user, who must be allowed to.
     *
     * @param change of the body in storage format; nothing is saved when it changes nothing
     * @return whether the page may be edited and was there
     */
    public boolean edit(long id, UnaryOperator<String> change) {
        return transactions.execute(() -> {
            AbstractPage page = pages.getAbstractPage(id);
            if (page == null || !isNow(page) || !may(Permission.EDIT, page)) {
                return false;
            }
            String body = change.apply(page.getBodyAsString());
            if (!body.equals(page.getBodyAsString())) {
                pages.saveNewVersion(page, current -> current.setBodyAsString(body));
            }
            return true;
        });
    }

    /** Where people open a page, whole: paper and mail need that. */
    public String url(long page) {
        return application.getBaseUrl(UrlMode.CANONICAL) + path(page);
    }

    /** The context path of this Confluence, empty at the root. */
    public String context() {
        String path = URI.create(application.getBaseUrl(UrlMode.CANONICAL)).getPath();
        return path == null || path.equals("/") ? "" : path;
    }

    /** Below the context path. */
    public static String path(long page) {
        return "/pages/viewpage.action?pageId=" + page;
    }

    /** This Confluence's own address, with which a browser signs what it sends from here. */
    public URI home() {
        return URI.create(application.getBaseUrl(UrlMode.CANONICAL));
    }
}

package io.throughline.host.confluence;

import com.atlassian.confluence.api.service.accessmode.AccessModeService;
import com.atlassian.confluence.pages.PageManager;
import com.atlassian.confluence.security.PermissionManager;
import com.atlassian.confluence.user.AuthenticatedUserThreadLocal;
import com.atlassian.confluence.user.ConfluenceUser;
import io.throughline.host.confluence.content.Wiki;
import io.throughline.host.confluence.content.WikiAccess;
import io.throughline.host.confluence.export.ExportServlet;
import io.throughline.host.confluence.macro.MacroRegistry;
import io.throughline.host.confluence.macro.OwnMacros;
import io.throughline.host.confluence.page.ConfluencePages;
import io.throughline.host.confluence.rest.ConfluenceRest;
import io.throughline.host.confluence.rest.ReadOnlyFilter;
import io.throughline.host.confluence.service.HostAccessMode;
import io.throughline.host.confluence.service.HostConfluenceUser;
import io.throughline.host.confluence.service.HostPageManager;
import io.throughline.host.confluence.service.HostPermissionManager;
import io.throughline.host.confluence.service.PageRendering;
import io.throughline.host.db.NodeDatabase;
import io.throughline.host.launch.Node;
import io.throughline.host.launch.Product;
import io.throughline.host.launch.Users;
import io.throughline.host.web.WebTree;
import java.util.List;
import java.util.Optional;

/** Confluence as one node's product. */
public final class ConfluenceProduct implements Product {

    private final MacroRegistry macros = new MacroRegistry(OwnMacros.byName());
    private final HostAccessMode mode = new HostAccessMode();
    private Node node;
    private Wiki wiki;

    @Override
    public String id() {
        return "confluence";
    }

    @Override
    public String platformId() {
        return "conf";
    }

    @Override
    public String displayName() {
        return "Confluence";
    }

    @Override
    public String version() {
        return "10.2.2";
    }

    @Override
    public List<String> exportedPackages() {
        return List.of("com.atlassian.confluence.*", "com.atlassian.user");
    }

    @Override
    public void start(Node started) {
        node = started;
        wiki = Wiki.open(node.services().get(NodeDatabase.class), node.clock());
        Users users = node.users();
        users.follow(ConfluenceProduct.this::becomeInConfluence);
        users.keptIn(
                () -> Optional.ofNullable(AuthenticatedUserThreadLocal.get()).map(ConfluenceUser::getName));
        node.services().export(PageManager.class, new HostPageManager(wiki, users));
        node.services().export(PermissionManager.class, new HostPermissionManager(new WikiAccess(users), mode));
        node.services().export(AccessModeService.class, mode);
    }

    /** Confluence keeps the user of a thread in a place of its own. */
    private void becomeInConfluence(Optional<String> name) {
        AuthenticatedUserThreadLocal.set(
                name.flatMap(node.users()::find).map(HostConfluenceUser::new).orElse(null));
    }

    @Override
    public void mount(WebTree web) {
        PageRendering rendering = new PageRendering(wiki, node.users(), macros, contextPath(), node.clock());
        web.moduleTypes().register("xhtml-macro", macros);
        web.restFilter(() -> new ReadOnlyFilter(mode));
        web.rest("/rest/api", ConfluenceRest.parts(wiki, node.users(), rendering, node.baseUrl(), contextPath()));
        new ConfluencePages(node, wiki, rendering, macros, mode).mount(web);
        ExportServlet.mount(web, node, wiki, rendering);
    }

    @Override
    public void stop() {
        // nothing runs in the background, and the node closes the database
    }
}

package io.throughline.host.confluence.page;

import com.atlassian.sal.api.message.I18nResolver;
import com.atlassian.webresource.api.assembler.PageBuilderService;
import io.throughline.host.confluence.blueprint.Blueprints;
import io.throughline.host.confluence.content.Wiki;
import io.throughline.host.confluence.content.WikiAccess;
import io.throughline.host.confluence.macro.MacroRegistry;
import io.throughline.host.confluence.service.HostAccessMode;
import io.throughline.host.confluence.service.PageRendering;
import io.throughline.host.launch.Node;
import io.throughline.host.web.WebResource;
import io.throughline.host.web.WebTree;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** Mounts every page, the decorator and the style sheet. */
public final class ConfluencePages {

    private final Node node;
    private final Wiki wiki;
    private final PageRendering rendering;
    private final MacroRegistry macros;
    private final HostAccessMode mode;

    public ConfluencePages(Node node, Wiki wiki, PageRendering rendering, MacroRegistry macros, HostAccessMode mode) {
        this.node = node;
        this.wiki = wiki;
        this.rendering = rendering;
        this.macros = macros;
        this.mode = mode;
    }

    public void mount(WebTree web) {
        Blueprints blueprints = new Blueprints();
        blueprints.registerTypes(web.moduleTypes());
        WikiAccess access = new WikiAccess(node.users());
        Screen screen = new Screen(node, access, mode);
        Sidebar sidebar = new Sidebar(wiki, node.product().contextPath());
        PageBuilderService resources = node.services().get(PageBuilderService.class);
        web.servlet("/", new FrontDoor(), WebTree.Login.NOT_NEEDED);
        web.servlet("/dashboard.action", new DashboardPage(screen, wiki));
        ViewPage view = new ViewPage(screen, wiki, rendering, sidebar, resources);
        web.servlet("/pages/viewpage.action", view);
        web.servlet("/display/*", view);
        EditPage edit = new EditPage(
                screen,
                wiki,
                rendering,
                sidebar,
                resources,
                new MacroBrowser(macros, node.services().get(I18nResolver.class)),
                blueprints);
        web.servlet("/pages/editpage.action", edit);
        web.servlet("/pages/createpage.action", edit);
        web.servlet("/create-dialog.action", new CreateDialog(screen, wiki, node.fragments(), blueprints));
        web.servlet("/pages/removepage.action", new RemovePage(screen, wiki, sidebar));
        web.servlet(MaintenancePage.PATH, new MaintenancePage(screen, mode));
        web.decorator(new ConfluenceDecorator(node, mode));
        web.resource(resource("confluence-styles", "atl.general", "confluence.css"));
        web.resource(resource("macro-browser", "macro-browser", "macro-browser.js"));
    }

    private static WebResource resource(String key, String context, String file) {
        return new WebResource(
                "com.atlassian.confluence",
                key,
                "10.2.2",
                List.of(context),
                List.of("com.atlassian.auiplugin:aui"),
                List.of(new WebResource.File(file, "web/confluence/" + file, ConfluencePages::read, List.of())));
    }

    private static byte[] read(String location) {
        try (InputStream in = ConfluencePages.class.getClassLoader().getResourceAsStream(location)) {
            return in == null ? null : in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

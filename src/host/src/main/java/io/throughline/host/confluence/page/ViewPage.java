package io.throughline.host.confluence.page;

import com.atlassian.confluence.content.render.xhtml.ConversionContextOutputType;
import com.atlassian.velocity.htmlsafe.HtmlSafe;
import com.atlassian.webresource.api.assembler.PageBuilderService;
import io.throughline.host.confluence.content.Wiki;
import io.throughline.host.confluence.content.WikiPage;
import io.throughline.host.confluence.content.WikiSpace;
import io.throughline.host.confluence.service.PageRendering;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code /pages/viewpage.action?pageId=} and {@code /display/KEY/Title}: a page as its reader sees it. */
final class ViewPage extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private final transient Screen screen;
    private final transient Wiki wiki;
    private final transient PageRendering rendering;
    private final transient Sidebar sidebar;
    private final transient PageBuilderService resources;

    ViewPage(Screen screen, Wiki wiki, PageRendering rendering, Sidebar sidebar, PageBuilderService resources) {
        this.screen = screen;
        this.wiki = wiki;
        this.rendering = rendering;
        this.sidebar = sidebar;
        this.resources = resources;
    }

    /**
     * What the template shows.
     *
     * @param html the rendered body
     */
    public record View(
            long id,
            String title,
            @HtmlSafe String html,
            boolean isHome,
            List<Crumb> crumbs,
            String creator,
            String modifier,
            String modified,
            int version,
            Sidebar.View sidebar) {}

    /** A page above this one. */
    public record Crumb(String title, String url) {}

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!screen.mayUse(response)) {
            return;
        }
        Optional<WikiPage> page = request.getServletPath().equals("/display") ? byPath(request) : byParameters(request);
        if (page.isEmpty()) {
            screen.notFound(response);
            return;
        }
        resources.assembler().resources().requireContext("viewcontent").requireContext("page");
        screen.show(response, HttpServletResponse.SC_OK, "page", Map.of("page", view(page.get(), request)));
    }

    private View view(WikiPage page, HttpServletRequest request) {
        return new View(
                page.id(),
                page.title(),
                rendering.html(page, ConversionContextOutputType.DISPLAY),
                page.space().homePage() == page.id(),
                crumbs(page, request.getContextPath()),
                screen.fullName(page.creator()),
                screen.fullName(page.modifier()),
                screen.day(page.modified()),
                page.version(),
                sidebar.of(page.space(), page.id()));
    }

    private List<Crumb> crumbs(WikiPage page, String context) {
        List<Crumb> crumbs = new ArrayList<>();
        for (long id = page.parent(); id != 0; ) {
            WikiPage above = wiki.page(id).orElseThrow();
            crumbs.add(0, new Crumb(above.title(), context + PageRendering.pagePath(above)));
            id = above.parent();
        }
        return crumbs;
    }

    private Optional<WikiPage> byParameters(HttpServletRequest request) {
        String id = request.getParameter("pageId");
        if (id != null) {
            return id.matches("\\d{1,18}") ? wiki.page(Long.parseLong(id)) : Optional.empty();
        }
        String space = request.getParameter("spaceKey");
        String title = request.getParameter("title");
        return space == null || title == null ? Optional.empty() : wiki.page(space, title);
    }

    /** {@code /display/KEY} is the home page. A plus in a title is a blank, as Confluence writes it. */
    private Optional<WikiPage> byPath(HttpServletRequest request) {
        String raw = request.getRequestURI().substring((request.getContextPath() + "/display").length());
        String[] parts = raw.split("/", 3);
        if (parts.length < 2) {
            return Optional.empty();
        }
        Optional<WikiSpace> space = wiki.space(decode(parts[1]));
        return parts.length == 2 || parts[2].isEmpty()
                ? space.flatMap(found -> wiki.page(found.homePage()))
                : space.flatMap(found -> wiki.page(found.key(), decode(parts[2])));
    }

    private static String decode(String encoded) {
        try {
            return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException broken) {
            return encoded;
        }
    }
}

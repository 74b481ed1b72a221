package io.throughline.host.confluence.page;

import io.throughline.host.confluence.content.Wiki;
import io.throughline.host.confluence.content.WikiPage;
import io.throughline.host.confluence.content.WikiSpace;
import io.throughline.host.confluence.service.PageRendering;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** {@code /dashboard.action}: the spaces, and what changed last. */
final class DashboardPage extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final int RECENT = 20;

    private final transient Screen screen;
    private final transient Wiki wiki;

    DashboardPage(Screen screen, Wiki wiki) {
        this.screen = screen;
        this.wiki = wiki;
    }

    /** A space in the list. */
    public record SpaceRow(String key, String name, String description, String url) {}

    /** A page in the list. */
    public record PageRow(String title, String url, String space, String by, String on) {}

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!screen.mayUse(response)) {
            return;
        }
        String context = request.getContextPath();
        List<SpaceRow> spaces =
                wiki.spaces().stream().map(space -> spaceRow(context, space)).toList();
        List<PageRow> pages = wiki.lastModified(RECENT).stream()
                .map(page -> pageRow(context, page))
                .toList();
        screen.show(
                response,
                HttpServletResponse.SC_OK,
                "dashboard",
                Map.<String, Object>of("spaces", spaces, "pages", pages));
    }

    private static SpaceRow spaceRow(String context, WikiSpace space) {
        return new SpaceRow(space.key(), space.name(), space.description(), context + "/display/" + space.key());
    }

    private PageRow pageRow(String context, WikiPage page) {
        return new PageRow(
                page.title(),
                context + PageRendering.pagePath(page),
                page.space().name(),
                screen.fullName(page.modifier()),
                screen.day(page.modified()));
    }
}

package io.throughline.host.confluence.page;

import io.throughline.host.confluence.content.Wiki;
import io.throughline.host.confluence.content.WikiPage;
import io.throughline.host.confluence.content.WikiRefusal;
import io.throughline.host.web.SameOrigin;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/** {@code /pages/removepage.action?pageId=}: asks, then moves the page to the trash. */
final class RemovePage extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private final transient Screen screen;
    private final transient Wiki wiki;
    private final transient Sidebar sidebar;

    RemovePage(Screen screen, Wiki wiki, Sidebar sidebar) {
        this.screen = screen;
        this.wiki = wiki;
        this.sidebar = sidebar;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<WikiPage> page = screen.mayWrite(response) ? find(request, response) : Optional.empty();
        if (page.isPresent()) {
            Map<String, Object> values = Map.of(
                    "title",
                    page.get().title(),
                    "pageId",
                    page.get().id(),
                    "sidebar",
                    sidebar.of(page.get().space(), page.get().id()));
            screen.show(response, HttpServletResponse.SC_OK, "remove", values);
        }
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (SameOrigin.isForeign(request)) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN, "cross-site request");
            return;
        }
        Optional<WikiPage> page = screen.mayWrite(response) ? find(request, response) : Optional.empty();
        if (page.isEmpty()) {
            return;
        }
        try {
            wiki.trashPage(page.get().id());
            response.sendRedirect(
                    request.getContextPath() + "/display/" + page.get().space().key());
        } catch (WikiRefusal refused) {
            screen.message(response, refused.kind().status(), "Cannot delete", refused.getMessage());
        }
    }

    private Optional<WikiPage> find(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String id = request.getParameter("pageId");
        Optional<WikiPage> page =
                id != null && id.matches("\\d{1,18}") ? wiki.page(Long.parseLong(id)) : Optional.empty();
        if (page.isEmpty()) {
            screen.notFound(response);
        }
        return page;
    }
}

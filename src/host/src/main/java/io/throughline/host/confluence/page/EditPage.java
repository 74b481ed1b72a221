package io.throughline.host.confluence.page;

import com.atlassian.confluence.content.render.xhtml.ConversionContextOutputType;
import com.atlassian.velocity.htmlsafe.HtmlSafe;
import com.atlassian.webresource.api.assembler.PageBuilderService;
import io.throughline.host.confluence.blueprint.Blueprints;
import io.throughline.host.confluence.content.PageChange;
import io.throughline.host.confluence.content.Wiki;
import io.throughline.host.confluence.content.WikiPage;
import io.throughline.host.confluence.content.WikiRefusal;
import io.throughline.host.confluence.content.WikiSpace;
import io.throughline.host.confluence.service.PageRendering;
import io.throughline.host.confluence.storage.UnreadableStorage;
import io.throughline.host.web.SameOrigin;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/**
 * {@code /pages/editpage.action?pageId=} and {@code /pages/createpage.action?spaceKey=&fromPageId=}: storage format in a text field,
 * with a macro browser and a preview. The real product's rich editor has no counterpart here.
 */
final class EditPage extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private final transient Screen screen;
    private final transient Wiki wiki;
    private final transient PageRendering rendering;
    private final transient Sidebar sidebar;
    private final transient PageBuilderService resources;
    private final transient MacroBrowser macros;
    private final transient Blueprints blueprints;

    EditPage(
            Screen screen,
            Wiki wiki,
            PageRendering rendering,
            Sidebar sidebar,
            PageBuilderService resources,
            MacroBrowser macros,
            Blueprints blueprints) {
        this.screen = screen;
        this.wiki = wiki;
        this.rendering = rendering;
        this.sidebar = sidebar;
        this.resources = resources;
        this.macros = macros;
        this.blueprints = blueprints;
    }

    /**
     * What the form shows.
     *
     * @param pageId 0 for a new page
     * @param parent of a new page
     * @param version the version that was read, 0 for a new page
     * @param preview rendered, empty when none was asked for
     * @param error empty when there is none
     * @param macros for the macro browser, as JSON
     */
    public record Form(
            long pageId,
            long parent,
            int version,
            String title,
            String body,
            String comment,
            @HtmlSafe String preview,
            String error,
            String cancelUrl,
            @HtmlSafe String macros,
            Sidebar.View sidebar) {}

    /** What is being edited: a page, or a place for one. */
    private record Subject(Optional<WikiPage> page, WikiSpace space, long parent) {}

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<Subject> subject = screen.mayWrite(response) ? subject(request, response) : Optional.empty();
        if (subject.isPresent()) {
            show(request, response, subject.get(), begin(request, subject.get()), "", "");
        }
    }

    /** What stands there already, or what a blueprint begins with. */
    private Entered begin(HttpServletRequest request, Subject subject) {
        if (subject.page().isPresent()) {
            WikiPage page = subject.page().get();
            return new Entered(page.title(), page.body(), "", page.version());
        }
        return blueprints
                .draft(parameter(request, "blueprint"), subject.space().key())
                .map(draft -> new Entered(draft.title(), draft.body(), "", 0))
                .orElse(new Entered("", "", "", 0));
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (SameOrigin.isForeign(request)) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN, "cross-site request");
            return;
        }
        Optional<Subject> subject = screen.mayWrite(response) ? subject(request, response) : Optional.empty();
        if (subject.isEmpty()) {
            return;
        }
        Entered entered = Entered.of(request);
        try {
            if (request.getParameter("preview") != null) {
                show(request, response, subject.get(), entered, preview(subject.get(), entered), "");
                return;
            }
            WikiPage saved = save(subject.get(), entered);
            response.sendRedirect(request.getContextPath() + "/pages/viewpage.action?pageId=" + saved.id());
        } catch (WikiRefusal | UnreadableStorage refused) {
            show(request, response, subject.get(), entered, "", refused.getMessage());
        }
    }

    /** What the person typed. */
    private record Entered(String title, String body, String comment, int version) {
        static Entered of(HttpServletRequest request) {
            String version = parameter(request, "version");
            return new Entered(
                    parameter(request, "title").strip(),
                    parameter(request, "body"),
                    parameter(request, "comment"),
                    version.matches("\\d{1,9}") ? Integer.parseInt(version) : 0);
        }
    }

    private String preview(Subject subject, Entered entered) throws UnreadableStorage {
        return subject.page().isPresent()
                ? rendering.html(subject.page().get(), entered.body(), ConversionContextOutputType.PREVIEW)
                : rendering.html(subject.space().key(), entered.body(), ConversionContextOutputType.PREVIEW);
    }

    private WikiPage save(Subject subject, Entered entered) throws WikiRefusal {
        PageChange change = new PageChange(entered.title(), subject.parent(), entered.body(), entered.comment());
        return subject.page().isPresent()
                ? wiki.updatePage(subject.page().get().id(), entered.version() + 1, change, screen.user())
                : wiki.createPage(subject.space(), change, screen.user());
    }

    private Optional<Subject> subject(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<Subject> subject = request.getServletPath().endsWith("/createpage.action")
                ? place(request)
                : id(request, "pageId")
                        .flatMap(wiki::page)
                        .map(page -> new Subject(Optional.of(page), page.space(), page.parent()));
        if (subject.isEmpty()) {
            screen.notFound(response);
        }
        return subject;
    }

    private Optional<Subject> place(HttpServletRequest request) {
        Optional<WikiPage> parent = id(request, "fromPageId").flatMap(wiki::page);
        if (parent.isPresent()) {
            return Optional.of(new Subject(
                    Optional.empty(), parent.get().space(), parent.get().id()));
        }
        return wiki.space(parameter(request, "spaceKey"))
                .map(space -> new Subject(Optional.empty(), space, space.homePage()));
    }

    private void show(
            HttpServletRequest request,
            HttpServletResponse response,
            Subject subject,
            Entered entered,
            String preview,
            String error)
            throws IOException {
        resources.assembler().resources().requireContext("editor").requireContext("macro-browser");
        long page = subject.page().map(WikiPage::id).orElse(0L);
        long back = page == 0 ? subject.parent() : page;
        Form form = new Form(
                page,
                subject.parent(),
                entered.version(),
                entered.title(),
                entered.body(),
                entered.comment(),
                preview,
                error,
                request.getContextPath() + "/pages/viewpage.action?pageId=" + back,
                macros.json(),
                sidebar.of(subject.space(), back));
        int status = error.isEmpty() ? HttpServletResponse.SC_OK : HttpServletResponse.SC_BAD_REQUEST;
        screen.show(response, status, "edit", Map.of("form", form));
    }

    private static Optional<Long> id(HttpServletRequest request, String name) {
        String text = parameter(request, name);
        return text.matches("\\d{1,18}") ? Optional.of(Long.parseLong(text)) : Optional.empty();
    }

    private static String parameter(HttpServletRequest request, String name) {
        return Optional.ofNullable(request.getParameter(name)).orElse("");
    }
}

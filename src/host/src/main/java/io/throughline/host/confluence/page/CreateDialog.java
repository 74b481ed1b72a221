package io.throughline.host.confluence.page;

import io.throughline.host.confluence.blueprint.Blueprints;
import io.throughline.host.confluence.blueprint.Blueprints.Draft;
import io.throughline.host.confluence.content.PageChange;
import io.throughline.host.confluence.content.Wiki;
import io.throughline.host.confluence.content.WikiPage;
import io.throughline.host.confluence.content.WikiRefusal;
import io.throughline.host.confluence.content.WikiSpace;
import io.throughline.host.web.SameOrigin;
import io.throughline.host.web.WebFragments;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code /create-dialog.action?spaceKey=&fromPageId=}: what a new page can begin as. Blueprints whose result is an edited draft lead to the
 * editor; those whose result is a page make it.
 */
final class CreateDialog extends HttpServlet {
    private static final long serialVersionUID = 1L;

    /** Where plugins put their blueprints. */
    private static final String SECTION = "system.create.dialog/content";

    private final transient Screen screen;
    private final transient Wiki wiki;
    private final transient WebFragments fragments;
    private final transient Blueprints blueprints;

    CreateDialog(Screen screen, Wiki wiki, WebFragments fragments, Blueprints blueprints) {
        this.screen = screen;
        this.wiki = wiki;
        this.fragments = fragments;
        this.blueprints = blueprints;
    }

    /**
     * One thing to begin with.
     *
     * @param blueprint complete key, empty for a blank page
     * @param isMadeAtOnce whether there is no editor in between
     */
    public record Choice(String blueprint, String name, String description, boolean isMadeAtOnce) {}

    /** Where the page will be; parent 0 is the top of the space. */
    private record Place(WikiSpace space, long parent) {}

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (screen.mayWrite(response)) {
            show(request, response, "");
        }
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (SameOrigin.isForeign(request)) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN, "cross-site request");
            return;
        }
        Optional<Place> place = screen.mayWrite(response) ? place(request) : Optional.empty();
        Optional<Draft> draft = place.flatMap(found ->
                blueprints.draft(parameter(request, "blueprint"), found.space().key()));
        if (place.isEmpty() || draft.isEmpty()) {
            if (!response.isCommitted()) {
                screen.notFound(response);
            }
            return;
        }
        try {
            WikiPage made = wiki.createPage(
                    place.get().space(),
                    new PageChange(
                            draft.get().title(),
                            place.get().parent(),
                            draft.get().body(),
                            ""),
                    screen.user());
            response.sendRedirect(request.getContextPath() + "/pages/viewpage.action?pageId=" + made.id());
        } catch (WikiRefusal refused) {
            show(request, response, refused.getMessage());
        }
    }

    private void show(HttpServletRequest request, HttpServletResponse response, String error) throws IOException {
        Optional<Place> place = place(request);
        if (place.isEmpty()) {
            screen.notFound(response);
            return;
        }
        screen.show(
                response,
                error.isEmpty() ? HttpServletResponse.SC_OK : HttpServletResponse.SC_BAD_REQUEST,
                "create",
                Map.of(
                        "choices", choices(place.get().space().key()),
                        "spaceKey", place.get().space().key(),
                        "parent", place.get().parent(),
                        "error", error));
    }

    private List<Choice> choices(String spaceKey) {
        List<Choice> choices = new ArrayList<>();
        choices.add(new Choice("", "Blank page", "Start from nothing.", false));
        for (WebFragments.Item item : fragments.items(SECTION, Map.of("spaceKey", spaceKey))) {
            String key = item.key().replaceAll(":.*", ":") + item.params().getOrDefault("blueprintKey", "");
            blueprints
                    .isMadeAtOnce(key)
                    .ifPresent(atOnce -> choices.add(new Choice(key, item.label(), item.tooltip(), atOnce)));
        }
        return choices;
    }

    private Optional<Place> place(HttpServletRequest request) {
        String from = parameter(request, "fromPageId");
        Optional<WikiPage> parent =
                from.matches("\\d{1,18}") ? wiki.page(Long.parseLong(from)) : Optional.<WikiPage>empty();
        return parent.isPresent()
                ? parent.map(page -> new Place(page.space(), page.id()))
                : wiki.space(parameter(request, "spaceKey")).map(space -> new Place(space, space.homePage()));
    }

    private static String parameter(HttpServletRequest request, String name) {
        return Optional.ofNullable(request.getParameter(name)).orElse("");
    }
}

package io.throughline.host.jira.page;

import io.throughline.host.jira.jql.JqlError;
import io.throughline.host.jira.jql.JqlParser;
import io.throughline.host.jira.model.Filters;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code /secure/ManageFilters.jspa}: the filters one sees, and the forms that save, share and delete them. */
final class FiltersPage extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private final transient Screen screen;
    private final transient Filters filters;

    FiltersPage(Screen screen) {
        this.screen = screen;
        this.filters = new Filters(screen.services().data().jdbi());
    }

    /** A filter in the list. */
    public record Line(long id, String name, String jql, String owner, boolean shared, boolean isOwn) {}

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        show(response, HttpServletResponse.SC_OK, "");
    }

    private void show(HttpServletResponse response, int status, String error) throws IOException {
        List<Line> lines = filters.seenBy(me()).stream()
                .map(filter -> new Line(
                        filter.id(),
                        filter.name(),
                        filter.jql(),
                        screen.lines().person(filter.owner(), "Anonymous"),
                        filter.shared(),
                        filter.owner().equals(me())))
                .toList();
        screen.show(response, status, "filters", Map.of("filters", lines, "error", error));
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!screen.isOwnForm(request, response)) {
            return;
        }
        switch (text(request, "action")) {
            case "save" -> save(request, response);
            case "delete", "share", "unshare" -> change(request, response);
            default -> show(response, HttpServletResponse.SC_BAD_REQUEST, "There is no such action.");
        }
    }

    private void save(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String name = text(request, "name");
        String jql = text(request, "jql");
        try {
            JqlParser.parse(jql);
        } catch (JqlError error) {
            show(response, HttpServletResponse.SC_BAD_REQUEST, String.join(" ", error.messages()));
            return;
        }
        Optional<Filters.Filter> saved = name.isEmpty() || name.length() > 255
                ? Optional.empty()
                : filters.create(name, "", jql, me(), request.getParameter("shared") != null);
        if (saved.isEmpty()) {
            String why = name.isEmpty()
                    ? "You must specify a name to save this search as."
                    : "Filter with same name already exists, or the name is too long.";
            show(response, HttpServletResponse.SC_BAD_REQUEST, why);
            return;
        }
        response.sendRedirect(
                request.getContextPath() + "/issues/?filter=" + saved.get().id());
    }

    private void change(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String id = text(request, "filter");
        Optional<Filters.Filter> own = (id.matches("\\d{1,18}")
                        ? filters.find(Long.parseLong(id))
                        : Optional.<Filters.Filter>empty())
                .filter(filter -> filter.owner().equals(me()));
        if (own.isEmpty()) {
            screen.notFound(response, "filter");
            return;
        }
        Filters.Filter filter = own.get();
        if (text(request, "action").equals("delete")) {
            filters.delete(filter.id());
        } else {
            filters.update(new Filters.Filter(
                    filter.id(),
                    filter.name(),
                    filter.description(),
                    filter.jql(),
                    filter.owner(),
                    text(request, "action").equals("share")));
        }
        response.sendRedirect(request.getContextPath() + "/secure/ManageFilters.jspa");
    }

    private String me() {
        return screen.user().getKey();
    }

    private static String text(HttpServletRequest request, String name) {
        return Optional.ofNullable(request.getParameter(name)).orElse("").strip();
    }
}

package io.throughline.host.jira.page;

import io.throughline.host.jira.jql.JqlError;
import io.throughline.host.jira.jql.JqlSearch;
import io.throughline.host.jira.model.Filters;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code /issues/?jql=…}: a JQL box and what it finds. */
final class SearchPage extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final int PAGE = 50;

    private final transient Screen screen;
    private final transient Filters filters;

    SearchPage(Screen screen) {
        this.screen = screen;
        this.filters = new Filters(screen.services().data().jdbi());
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String words = request.getParameter("searchString");
        String filterId = Optional.ofNullable(request.getParameter("filter")).orElse("");
        Optional<Filters.Filter> filter = filter(filterId);
        if (!filterId.isEmpty() && filter.isEmpty()) {
            screen.notFound(response, "filter");
            return;
        }
        String written = Optional.ofNullable(request.getParameter("jql"))
                .orElse(filter.map(Filters.Filter::jql).orElse(""));
        String jql = words == null ? written : quick(words.trim());
        int start = number(request.getParameter("startIndex"));
        Map<String, Object> values = new HashMap<>();
        values.put("jql", jql);
        values.put("filter", filter.map(Filters.Filter::name).orElse(""));
        values.put("here", filter.map(found -> "?filter=" + found.id()).orElse(""));
        values.put("errors", List.of());
        values.put("found", new Lines.Found(List.of(), 0));
        try {
            Lines.Found found = screen.lines().search(jql, start, PAGE);
            values.put("found", found);
            values.put("first", found.lines().isEmpty() ? 0 : start + 1);
            values.put("last", start + found.lines().size());
            values.put("previous", start == 0 ? "" : url(request, jql, Math.max(0, start - PAGE)));
            boolean hasMore = start + PAGE < Math.min(found.total(), JqlSearch.WINDOW);
            values.put("next", hasMore ? url(request, jql, start + PAGE) : "");
        } catch (JqlError error) {
            values.put("errors", error.messages());
        }
        screen.show(response, HttpServletResponse.SC_OK, "search", values);
    }

    /** A filter of one's own, or a shared one. */
    private Optional<Filters.Filter> filter(String id) {
        return id.matches("\\d{1,18}")
                ? filters.find(Long.parseLong(id))
                        .filter(found -> found.isSeenBy(screen.user().getKey()))
                : Optional.empty();
    }

    /** The quick search: an issue key leads to that issue, other words to a text search. */
    private String quick(String words) {
        return screen.issue(words).isPresent()
                ? "key = " + words
                : "text ~ \"" + words.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    private static String url(HttpServletRequest request, String jql, int start) {
        return request.getContextPath() + "/issues/?startIndex=" + start + "&jql="
                + URLEncoder.encode(jql, StandardCharsets.UTF_8);
    }

    private static int number(String text) {
        return text != null && text.matches("\\d{1,6}") ? Integer.parseInt(text) : 0;
    }
}

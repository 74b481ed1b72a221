package io.throughline.host.manage;

import io.throughline.host.launch.Node;
import io.throughline.host.launch.Users;
import io.throughline.host.services.UserLocales;
import io.throughline.host.web.SameOrigin;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** {@code /plugins/servlet/profile}: who I am here, and the language I read. */
public final class ProfilePage extends HttpServlet {
    private static final long serialVersionUID = 1L;

    /** Where both products mount it. */
    public static final String PATH = "/plugins/servlet/profile";

    private final transient AdminScreen screen;

    public ProfilePage(Node node) {
        this.screen = new AdminScreen(node);
    }

    /** A language to choose. */
    public record Choice(String code, String name, boolean isChosen) {}

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Users.User user = screen.node()
                .users()
                .current()
                .flatMap(screen.node().users()::find)
                .orElseThrow();
        Locale now = locales().current();
        List<Choice> choices = UserLocales.SUPPORTED.stream()
                .map(locale -> new Choice(locale.toString(), locale.getDisplayName(locale), locale.equals(now)))
                .toList();
        Map<String, Object> values = new HashMap<>();
        values.put("user", user);
        values.put("groups", user.groups().stream().sorted().toList());
        values.put("choices", choices);
        values.put("path", request.getContextPath() + PATH);
        screen.show(request, response, HttpServletResponse.SC_OK, "profile", values);
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<Locale> locale = UserLocales.supported(
                Optional.ofNullable(request.getParameter("locale")).orElse(""));
        if (SameOrigin.isForeign(request) || locale.isEmpty()) {
            response.sendError(
                    locale.isEmpty() ? HttpServletResponse.SC_BAD_REQUEST : HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        locales().choose(screen.node().users().current().orElseThrow(), locale);
        response.sendRedirect(request.getContextPath() + PATH);
    }

    private UserLocales locales() {
        return screen.node().services().get(UserLocales.class);
    }
}

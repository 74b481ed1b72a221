package io.throughline.host.manage;

import io.throughline.host.launch.Node;
import io.throughline.host.plugin.Texts;
import io.throughline.host.services.HostAuditService;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** {@code /plugins/servlet/audit}: the newest entries of the audit log. */
public final class AuditPage extends HttpServlet {
    private static final long serialVersionUID = 1L;

    /** Where both products mount it. */
    public static final String PATH = "/plugins/servlet/audit";

    private static final int SHOWN = 200;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

    private final transient AdminScreen screen;

    public AuditPage(Node node) {
        this.screen = new AdminScreen(node);
    }

    /** One entry; category and action in words where the app has a translation. */
    public record Line(String at, String author, String category, String action, String details, String node) {}

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!screen.isAdministrator(response)) {
            return;
        }
        List<Line> lines = screen.node().services().get(HostAuditService.class).newest(SHOWN).stream()
                .map(this::line)
                .toList();
        screen.show(request, response, HttpServletResponse.SC_OK, "audit", Map.of("lines", lines, "shown", SHOWN));
    }

    private Line line(HostAuditService.Entry entry) {
        return new Line(
                TIME.format(entry.at().atZone(screen.node().clock().getZone())),
                entry.author(),
                words(entry.categoryKey()),
                words(entry.actionKey()),
                entry.details(),
                entry.node());
    }

    private String words(String key) {
        return screen.node()
                .services()
                .get(Texts.class)
                .raw(Locale.ENGLISH, key)
                .orElse(key);
    }
}

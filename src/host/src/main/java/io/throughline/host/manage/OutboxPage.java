package io.throughline.host.manage;

import io.throughline.host.launch.Node;
import io.throughline.host.services.HostMailQueue;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * {@code /plugins/servlet/outbox}: every mail the product would have sent; nothing leaves this machine. {@code ?body=ID} shows a
 * mail's own markup alone, without scripts, forms or anything from outside.
 */
public final class OutboxPage extends HttpServlet {
    private static final long serialVersionUID = 1L;

    /** Where both products mount it. */
    public static final String PATH = "/plugins/servlet/outbox";

    private static final int SHOWN = 200;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

    private final transient AdminScreen screen;

    public OutboxPage(Node node) {
        this.screen = new AdminScreen(node);
    }

    /** One mail in the list. */
    public record Line(long id, String at, String to, String subject) {}

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!screen.isAdministrator(response)) {
            return;
        }
        HostMailQueue queue = screen.node().services().get(HostMailQueue.class);
        String body = request.getParameter("body");
        if (body != null) {
            send(response, body.matches("\\d{1,18}") ? queue.find(Long.parseLong(body)) : Optional.empty());
            return;
        }
        List<Line> lines = queue.newest(SHOWN).stream()
                .map(mail -> new Line(
                        mail.id(),
                        TIME.format(mail.at().atZone(screen.node().clock().getZone())),
                        mail.to(),
                        mail.subject()))
                .toList();
        screen.show(request, response, HttpServletResponse.SC_OK, "outbox", Map.of("mails", lines));
    }

    private static void send(HttpServletResponse response, Optional<HostMailQueue.Mail> mail) throws IOException {
        if (mail.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        boolean isHtml = mail.get().mimeType().startsWith("text/html");
        response.setHeader(
                "Content-Security-Policy", "sandbox; default-src 'none'; img-src data:; style-src 'unsafe-inline'");
        response.setContentType((isHtml ? "text/html" : "text/plain") + ";charset=UTF-8");
        response.getWriter().write(mail.get().body());
    }
}

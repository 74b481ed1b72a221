package io.throughline.host.confluence.export;

import io.throughline.host.confluence.content.Wiki;
import io.throughline.host.confluence.content.WikiAccess;
import io.throughline.host.confluence.content.WikiPage;
import io.throughline.host.launch.Node;
import io.throughline.host.launch.Users;
import io.throughline.host.web.SameOrigin;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/** {@code POST /pages/sharepage.action} with {@code pageId}, {@code user} and {@code note}: sends the page by mail. */
final class ShareServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private final transient Node node;
    private final transient Wiki wiki;
    private final transient PageMail mail;

    ShareServlet(Node node, Wiki wiki, PageMail mail) {
        this.node = node;
        this.wiki = wiki;
        this.mail = mail;
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (SameOrigin.isForeign(request)) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN, "cross-site request");
            return;
        }
        Users users = node.users();
        WikiAccess access = new WikiAccess(users);
        Users.User sender = users.current().flatMap(users::find).orElseThrow();
        Optional<WikiPage> page = access.mayUse(sender.name()) ? RequestedPage.of(request, wiki) : Optional.empty();
        Optional<Users.User> receiver =
                Optional.ofNullable(request.getParameter("user")).flatMap(users::find);
        if (page.isEmpty()
                || receiver.isEmpty()
                || !access.mayUse(receiver.get().name())) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND, "There is no such page, or nobody of that name");
            return;
        }
        String note = Optional.ofNullable(request.getParameter("note")).orElse("");
        mail.send(page.get(), sender, receiver.get(), note);
        response.sendRedirect(request.getContextPath() + "/pages/viewpage.action?pageId="
                + page.get().id() + "&shared=" + receiver.get().name());
    }
}

package io.throughline.app.confluence.act;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.throughline.app.confluence.wiki.Pages;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Tells the editor where people open the linked Jira, so that a pasted address of another one stays an address. */
public class JiraHomeServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private final transient Pages pages;
    private final transient JiraAsUser jira;

    @Inject
    public JiraHomeServlet(Pages pages, JiraAsUser jira) {
        this.pages = pages;
        this.jira = jira;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (pages.user().isEmpty()) {
            response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
            return;
        }
        response.setContentType("application/json;charset=UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.getWriter()
                .write(JsonNodeFactory.instance
                        .objectNode()
                        .put("url", jira.home())
                        .toString());
    }
}

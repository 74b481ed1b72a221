package io.throughline.app.confluence.act;

import io.throughline.app.confluence.wiki.ReadOnlySite;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** The form that makes an issue from a page: shown, and sent. In read-only mode it is neither: nobody should fill it in for nothing. */
public class WorkServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private final transient WorkDesk desk;
    private final transient ReadOnlySite site;

    @Inject
    public WorkServlet(WorkDesk desk, ReadOnlySite site) {
        this.desk = desk;
        this.site = site;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!site.refuses(response)) {
            desk.show(request, response);
        }
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!site.refuses(response)) {
            desk.take(request, response);
        }
    }
}

package io.throughline.app.confluence.act;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** The form that makes an issue from a page: shown, and sent. */
public class WorkServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private final transient WorkDesk desk;

    @Inject
    public WorkServlet(WorkDesk desk) {
        this.desk = desk;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        desk.show(request, response);
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        desk.take(request, response);
    }
}

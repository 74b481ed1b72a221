package io.throughline.app.jira;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** The strategy pages under {@code /plugins/servlet/throughline/}: list of plans, tree, objective, settings. */
public class StrategyServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private final transient StrategyPages pages;

    @Inject
    public StrategyServlet(StrategyPages pages) {
        this.pages = pages;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        pages.answer(request, response);
    }
}

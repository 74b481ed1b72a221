package io.throughline.app.confluence.editor;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** {@code /throughline/editor/choices} and {@code /throughline/editor/preview}: both only read, so a GET is all they take. */
public class EditorServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private final transient Choices choices;
    private final transient Previews previews;

    @Inject
    public EditorServlet(Choices choices, Previews previews) {
        this.choices = choices;
        this.previews = previews;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setCharacterEncoding("UTF-8");
        if (request.getRequestURI().endsWith("/editor/choices")) {
            choices.answer(request, response);
        } else {
            previews.answer(request, response);
        }
    }
}

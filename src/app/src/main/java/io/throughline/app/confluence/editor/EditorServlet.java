package io.throughline.app.confluence.editor;

import io.throughline.app.confluence.macro.MacroPlaceholder;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** {@code /throughline/editor/choices}, {@code …/preview} and {@code …/placeholder}: they only read, so a GET is all they take. */
public class EditorServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private final transient Choices choices;
    private final transient Previews previews;
    private final transient Placeholders placeholders;

    @Inject
    public EditorServlet(Choices choices, Previews previews, Placeholders placeholders) {
        this.choices = choices;
        this.previews = previews;
        this.placeholders = placeholders;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setCharacterEncoding("UTF-8");
        if (request.getRequestURI().endsWith("/editor/choices")) {
            choices.answer(request, response);
        } else if (request.getRequestURI().endsWith(MacroPlaceholder.PATH)) {
            placeholders.answer(request, response);
        } else {
            previews.answer(request, response);
        }
    }
}

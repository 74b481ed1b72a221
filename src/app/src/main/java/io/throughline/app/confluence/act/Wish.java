package io.throughline.app.confluence.act;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** What the form was sent with, or began with; nothing of it is trusted. */
record Wish(
        String form,
        String page,
        String idea,
        String plan,
        boolean isDecision,
        String summary,
        String details,
        String objective,
        String project) {

    static Wish of(HttpServletRequest request) {
        return new Wish(
                text(request, "form"),
                text(request, "page"),
                text(request, "idea"),
                key(text(request, "plan")),
                !text(request, "kind").equals("action"),
                text(request, "summary").replaceAll("\\s+", " "),
                text(request, "details").replace("\r\n", "\n"),
                key(text(request, "objective")),
                key(text(request, "project")));
    }

    /** A new form, with what an idea says. */
    Wish begun(String newForm, String words) {
        String first = words.lines().findFirst().orElse("");
        boolean isShort = first.length() <= 120;
        return new Wish(
                newForm,
                page,
                idea,
                plan,
                isDecision,
                isShort ? first : first.substring(0, 117) + "…",
                isShort && words.equals(first) ? "" : words,
                objective,
                project);
    }

    long pageId() {
        return page.matches("\\d{1,18}") ? Long.parseLong(page) : 0;
    }

    int ideaId() {
        return idea.matches("\\d{1,9}") ? Integer.parseInt(idea) : 0;
    }

    /** Keys go into addresses; whatever else stands there is no key. */
    private static String key(String text) {
        return text.matches("[A-Za-z0-9_-]{1,255}") ? text : "";
    }

    private static String text(HttpServletRequest request, String name) {
        return Optional.ofNullable(request.getParameter(name)).orElse("").strip();
    }
}

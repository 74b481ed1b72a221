package io.throughline.app.confluence.act;

import java.util.List;

/**
 * The form that makes an issue from a page, as its template prints it.
 *
 * @param action where it goes
 * @param form the form's own word
 * @param idea id of the answer that the issue is to come from, 0 for a decision or an action
 * @param isDecision which of the two it is
 * @param themes objectives to choose from, by theme; empty when Jira did not tell them
 * @param problem what went wrong, empty for nothing
 * @param help what to do about it
 * @param way where to do it, empty for nowhere
 */
public record WorkForm(
        String action,
        String form,
        long page,
        String pageTitle,
        String back,
        int idea,
        String plan,
        boolean isDecision,
        String summary,
        String details,
        List<Theme> themes,
        List<Choice> projects,
        String problem,
        String help,
        String way) {
    static final String PATH = "/throughline/page-work";

    /** Objectives of one theme. */
    public record Theme(String name, List<Choice> objectives) {}

    /** Something to choose. */
    public record Choice(String key, String name, boolean isChosen) {}

    /** The form that makes an issue from an idea, below the context path. */
    public static String ofIdea(long page, int idea) {
        return "/plugins/servlet" + PATH + "?page=" + page + "&idea=" + idea;
    }

    /** The form for a decision or an action. */
    static String of(long page, String plan) {
        return "/plugins/servlet" + PATH + "?page=" + page + (plan.isEmpty() ? "" : "&plan=" + plan);
    }
}

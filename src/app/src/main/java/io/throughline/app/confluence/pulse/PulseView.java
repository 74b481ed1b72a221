package io.throughline.app.confluence.pulse;

import java.util.List;

/**
 * The pulse of one page as one reader sees it: the form with what they said before, and, for whoever the page is answered to, the result.
 *
 * @param action where the form goes
 * @param page id
 * @param closed why nothing can be answered now, empty while it can
 * @param answered when the reader said something before, in words; empty for never
 * @param choices 1 to 5
 * @param isIdea whether the words are an idea
 * @param summary what the result says of all, empty for whoever may not see it
 * @param rules who sees what, in words
 */
public record PulseView(
        String action,
        long page,
        String closed,
        String answered,
        List<Choice> choices,
        boolean isIdea,
        String words,
        boolean isNamed,
        String rules,
        String summary,
        List<Group> groups,
        List<Quote> quotes) {

    /** How clear it is: a number and its word. */
    public record Choice(int value, String word, boolean isChosen) {}

    /**
     * How clear it is to some readers.
     *
     * @param figure a mean, or a dash
     * @param width of the bar in percent, 0 for none
     */
    public record Group(String name, String figure, String readers, String width) {}

    /**
     * What somebody wrote.
     *
     * @param who empty without a name
     * @param url of the issue, or of the form that makes one; empty for neither
     * @param link text of that
     */
    public record Quote(String kind, String words, String who, String url, String link) {}
}

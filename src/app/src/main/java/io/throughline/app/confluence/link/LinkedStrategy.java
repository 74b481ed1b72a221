package io.throughline.app.confluence.link;

/**
 * The strategy in the linked Jira, as whoever the current thread acts for may see it. All that pages show comes from here;
 * only what people do by pressing a button, and the filling of a new page, asks Jira by itself.
 */
public interface LinkedStrategy {
    /**
     * Reads one answer; where Jira has to be asked, it is asked at once for all that the page is going to ask. Never throws and
     * never takes longer than the page has time left, whatever Jira does; asking the same twice costs nothing.
     *
     * @param path below Throughline's REST base, already encoded: {@code plans/PLAN-1/scorecard?groupBy=THEME}
     * @param time what all macros of the page have left together
     */
    JiraReply ask(String path, PageTime time);
}

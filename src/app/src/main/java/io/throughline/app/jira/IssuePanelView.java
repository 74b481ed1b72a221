package io.throughline.app.jira;

import java.util.List;

/**
 * The issue panel, ready to print.
 *
 * @param state SERVES, ORPHAN, EXEMPT, INDEXING or FAILED
 * @param issue key of the issue
 * @param issueId id of the issue, digits only
 * @param mayEdit whether link and unlink are offered
 * @param served what the issue serves, one card each; empty unless SERVES
 * @param title what is so, for the other states
 * @param text the rest of it, may be empty
 * @param note under the cards: what linking the issue itself would do; of an orphan which transitions will refuse it; empty for nothing
 * @param linkAction text of the button that links, empty for none
 * @param facts of an exemption: reason, rule, who, until when
 * @param exemption its id if it is this issue's own and the reader may take it away, else empty
 */
public record IssuePanelView(
        String state,
        String issue,
        String issueId,
        boolean mayEdit,
        List<ServedObjective> served,
        String title,
        String text,
        String note,
        String linkAction,
        List<PanelFact> facts,
        String exemption) {

    /** A panel with nothing but a message. */
    static IssuePanelView message(
            String state, String issue, String issueId, boolean mayEdit, String title, String text, String linkAction) {
        return new IssuePanelView(
                state, issue, issueId, mayEdit, List.of(), title, text, "", linkAction, List.of(), "");
    }
}

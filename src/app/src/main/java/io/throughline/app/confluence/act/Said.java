package io.throughline.app.confluence.act;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** What came of a call to Jira that somebody made by pressing a button: an answer, or why there is none. */
public sealed interface Said {
    /**
     * Jira answered.
     *
     * @param status of HTTP; also of a refusal, whose words are in the body
     * @param body a missing node when the answer had none or it was not JSON
     */
    record Answer(int status, JsonNode body, Jira jira) implements Said {
        public boolean isGood() {
            return status >= 200 && status < 300;
        }

        /** Jira's own words for what it does not accept, empty when it said none. */
        public String refusal() {
            StringBuilder words = new StringBuilder();
            body.path("errorMessages")
                    .forEach(each -> words.append(each.asText()).append(' '));
            body.path("errors")
                    .properties()
                    .forEach(each -> words.append(each.getKey())
                            .append(": ")
                            .append(each.getValue().asText())
                            .append(' '));
            return words.toString().strip();
        }
    }

    /**
     * No answer. Of a call that writes nobody knows whether it arrived, unless the reason says that it was never sent.
     *
     * @param jira null when none is linked
     * @param way where the person can put it right, null if nowhere
     */
    record Silence(
            Reason reason, @Nullable Jira jira, @Nullable URI way) implements Said {}

    /** The Jira at the other end of the link: its name and where people open it. */
    record Jira(String name, URI url) {}

    /** Why there is no answer; each has a text. */
    enum Reason {
        /** No application link to a Jira; nothing was sent. */
        NO_LINK,
        /** The link cannot act as the person; nothing was sent. */
        NO_IMPERSONATION,
        /** The person has not yet allowed Confluence to act for them in Jira; nothing was done. */
        NOT_AUTHORISED,
        /** Sent, and not answered in time or at all. */
        NO_ANSWER
    }
}

package io.throughline.app.confluence.link;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What came of asking Jira: a body, or why there is none. */
public sealed interface JiraReply {
    /**
     * An answer.
     *
     * @param bytes shared with other readings of the same person: never written to
     * @param jira where it is from
     * @param readAt when Jira last said so
     * @param instead why it is not newer: Jira could not be asked, and this is the last that this reader was given; null
     *     where it is what Jira says
     */
    record Body(
            byte[] bytes,
            Jira jira,
            Instant readAt,
            @Nullable Refusal instead) implements JiraReply {}

    /**
     * No answer.
     *
     * @param jira null when no Jira is linked
     * @param way where the reader can put it right, null if nowhere
     * @param detail what Jira said: its own words or a reference for its log; may be empty
     */
    record Refusal(
            Reason reason, @Nullable Jira jira, @Nullable URI way, String detail) implements JiraReply {}

    /** The Jira at the other end of the link: its name and where people open it. */
    record Jira(String name, URI url) {
        /** Where people open something of ours: {@code page("objectives", "OBJ-1")}. */
        public String page(String kind, String key) {
            return url + "/plugins/servlet/throughline/" + kind + "/" + URLEncoder.encode(key, StandardCharsets.UTF_8);
        }
    }

    /** Why there is no answer; each has a text. */
    enum Reason {
        /** No application link to a Jira. */
        NO_LINK,
        /** The link cannot act as the reader. */
        NO_IMPERSONATION,
        /** The reader has not yet allowed Confluence to act for them in Jira. */
        NOT_AUTHORISED,
        /** Jira does not know the reader, or there is none. */
        NOT_LOGGED_IN,
        /** The reader may not view strategy. */
        NO_RIGHT,
        /** There is no such thing, or the reader may not see it. */
        NOT_FOUND,
        /** Jira does not accept the question. */
        BAD_QUESTION,
        /** Jira did not answer in time. */
        SLOW,
        /** Jira cannot be reached. */
        DOWN,
        /** Jira has failed. */
        FAILED,
        /** Something answered that is not Throughline, such as a login page. */
        GARBLED
    }
}

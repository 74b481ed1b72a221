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
        NO_LINK(Meaning.ASK_AGAIN),
        /** The link cannot act as the reader. */
        NO_IMPERSONATION(Meaning.ASK_AGAIN),
        /** The reader has not yet allowed Confluence to act for them in Jira, or no longer. */
        NOT_AUTHORISED(Meaning.ASK_AGAIN),
        /** Jira does not know the reader, or there is none. */
        NOT_LOGGED_IN(Meaning.READER_MAY_NOT),
        /** The reader may not view strategy. */
        NO_RIGHT(Meaning.READER_MAY_NOT),
        /** There is no such thing, or the reader may not see it. */
        NOT_FOUND(Meaning.NOTHING_THERE),
        /** Jira does not accept the question. */
        BAD_QUESTION(Meaning.NOTHING_THERE),
        /** Jira reads its issues and cannot say anything about work yet. */
        INDEXING(Meaning.JIRA_FAILED),
        /** Jira did not answer in time. */
        SLOW(Meaning.JIRA_AWAY),
        /** Jira cannot be reached. */
        DOWN(Meaning.JIRA_AWAY),
        /** Jira has failed. */
        FAILED(Meaning.JIRA_FAILED),
        /** Jira's answer has no end, or none that is read to. */
        TOO_LARGE(Meaning.JIRA_FAILED),
        /** Something answered that is not Throughline, such as a login page. */
        GARBLED(Meaning.JIRA_FAILED);

        private final Meaning meaning;

        Reason(Meaning meaning) {
            this.meaning = meaning;
        }

        Meaning meaning() {
            return meaning;
        }
    }

    /** What a reason says about asking again, and about what was read before. */
    enum Meaning {
        /** Nothing is known about Jira: the next page asks again. */
        ASK_AGAIN,
        /** Jira said no to this person: whatever they were given before is forgotten. */
        READER_MAY_NOT,
        /** Jira said no to this question: what it answered before is forgotten. */
        NOTHING_THERE,
        /** Jira answers nobody: nobody asks for a while. */
        JIRA_AWAY,
        /** Jira failed at this question: it is not asked again for a while. */
        JIRA_FAILED;

        /** Whether Jira said something, if only no. */
        boolean jiraSpoke() {
            return this != ASK_AGAIN && this != JIRA_AWAY;
        }

        /** Whether the reader still sees what they last were given. */
        boolean leavesCopies() {
            return this != READER_MAY_NOT && this != NOTHING_THERE;
        }
    }
}

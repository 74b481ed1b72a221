package io.throughline.app.confluence.link;

import io.throughline.app.confluence.link.JiraReply.Refusal;
import org.jspecify.annotations.Nullable;

/** What came of one question to Jira. */
sealed interface Fetched {
    /**
     * An answer; a JSON object.
     *
     * @param tag null where Jira gave none
     */
    record Answer(byte[] bytes, @Nullable String tag) implements Fetched {}

    /** What the reader has is still so. */
    record Unchanged() implements Fetched {}

    /** No answer. */
    record None(Refusal refusal) implements Fetched {}

    /** Several questions cannot be asked together: the Jira is older, or the answer would be too large. */
    record Apart() implements Fetched {}
}

package io.throughline.app.confluence.act;

/** What became of an issue that somebody wanted to be made. */
sealed interface Made {
    /**
     * There is an issue, made now or when the same form was sent before.
     *
     * @param url where people open it
     * @param link what became of its link to the objective
     * @param words Jira's own for a link that it refuses, may be empty
     */
    record Issue(String key, String url, Link link, String words) implements Made {}

    /** Jira does not accept it; there is no issue. */
    record Refused(int status, String words) implements Made {}

    /** No answer. Sending the same form again looks first whether there is an issue. */
    record Unknown(Said.Silence silence) implements Made {}

    /** The same form is being sent at this moment. */
    record Underway() implements Made {}

    enum Link {
        /** No objective was asked for. */
        NONE,
        LINKED,
        /** The person may make issues, but not link them to strategy. */
        NOT_ALLOWED,
        /** Jira refused it otherwise, or did not answer. */
        FAILED
    }
}

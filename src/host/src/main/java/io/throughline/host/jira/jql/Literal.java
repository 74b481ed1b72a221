package io.throughline.host.jira.jql;

/**
 * One value of a condition after functions have been called.
 *
 * @param text as written, null for EMPTY
 * @param number the same as a number if it was written without quotes or came from a function, else null
 */
record Literal(String text, Long number) {
    static final Literal EMPTY = new Literal(null, null);

    boolean isEmpty() {
        return text == null;
    }

    @Override
    public String toString() {
        return isEmpty() ? "EMPTY" : text;
    }
}

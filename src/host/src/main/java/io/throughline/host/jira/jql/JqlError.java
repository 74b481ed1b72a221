package io.throughline.host.jira.jql;

import java.util.List;

/** A query that cannot be read or makes no sense; the messages are for the person who wrote it. */
public final class JqlError extends Exception {
    private static final long serialVersionUID = 1L;

    private final List<String> messages;

    JqlError(String message) {
        this(List.of(message));
    }

    JqlError(List<String> messages) {
        super(String.join(" ", messages));
        this.messages = List.copyOf(messages);
    }

    public List<String> messages() {
        return messages;
    }
}

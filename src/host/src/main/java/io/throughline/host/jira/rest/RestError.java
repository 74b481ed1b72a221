package io.throughline.host.jira.rest;

import java.util.List;
import java.util.Map;

/** A call that Jira answers with an error. */
final class RestError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final transient List<String> messages;
    private final transient Map<String, String> errors;

    RestError(int status, List<String> messages, Map<String, String> errors) {
        super(messages + " " + errors);
        this.status = status;
        this.messages = List.copyOf(messages);
        this.errors = Map.copyOf(errors);
    }

    static RestError of(int status, String message) {
        return new RestError(status, List.of(message), Map.of());
    }

    static RestError field(String field, String message) {
        return new RestError(400, List.of(), Map.of(field, message));
    }

    static RestError fields(Map<String, String> errors) {
        return new RestError(400, List.of(), errors);
    }

    int status() {
        return status;
    }

    List<String> messages() {
        return messages;
    }

    Map<String, String> errors() {
        return errors;
    }
}

package io.throughline.host.jira.workflow;

import java.util.List;
import java.util.Map;

/** A rule of a plugin stopped a transition; nothing was changed. */
public final class TransitionRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<String> messages;
    private final transient Map<String, String> errors;

    /** @param errors by the name of the field */
    TransitionRefused(List<String> messages, Map<String, String> errors) {
        super(messages + " " + errors);
        this.messages = List.copyOf(messages);
        this.errors = Map.copyOf(errors);
    }

    public List<String> messages() {
        return messages;
    }

    public Map<String, String> errors() {
        return errors;
    }
}

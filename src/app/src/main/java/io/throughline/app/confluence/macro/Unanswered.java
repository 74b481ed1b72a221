package io.throughline.app.confluence.macro;

import io.throughline.app.confluence.link.JiraReply.Reason;
import io.throughline.app.confluence.link.JiraReply.Refusal;

/** Jira did not answer a question. Becomes a notice, unless a macro can do without that answer. */
public final class Unanswered extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Refusal refusal;
    private final String subject;

    Unanswered(Refusal refusal, String subject) {
        super(refusal.reason().name());
        this.refusal = refusal;
        this.subject = subject;
    }

    public Reason reason() {
        return refusal.reason();
    }

    Refusal refusal() {
        return refusal;
    }

    String subject() {
        return subject;
    }
}

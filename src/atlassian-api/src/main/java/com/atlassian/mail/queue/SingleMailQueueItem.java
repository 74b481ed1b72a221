package com.atlassian.mail.queue;

import com.atlassian.mail.Email;

/**
 * One mail in the queue.
 *
 * <p>Source: dossier 3.12 [V8]; getEmail [K]
 */
public class SingleMailQueueItem implements MailQueueItem {
    private final Email email;

    public SingleMailQueueItem(Email email) {
        this.email = email;
    }

    public Email getEmail() {
        return email;
    }
}

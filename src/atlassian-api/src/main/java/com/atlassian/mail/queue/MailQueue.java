package com.atlassian.mail.queue;

/**
 * The queue of outgoing mail; an OSGi service.
 *
 * <p>Source: dossier 3.12 [V8]; as a service [U]
 */
public interface MailQueue {
    void addItem(MailQueueItem item);
}

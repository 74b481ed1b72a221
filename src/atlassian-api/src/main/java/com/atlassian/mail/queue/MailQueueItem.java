package com.atlassian.mail.queue;

/**
 * Something in the queue of outgoing mail.
 *
 * <p>Source: dossier 3.12 [V8]; the interface itself [K]
 */
public interface MailQueueItem {}

package com.atlassian.jira.mail;

/**
 * A mail as Jira sends it.
 *
 * <p>Source: dossier 3.12 [V8]
 */
public class Email extends com.atlassian.mail.Email {
    public Email(String to) {
        super(to);
    }
}

package com.atlassian.mail.server;

/**
 * The mail servers that administrators have set up; an OSGi service.
 *
 * <p>Source: dossier 3.12 [V8, Confluence 10.2.15]; as a service in Jira [U]
 */
public interface MailServerManager {
    /** Whether outgoing mail goes anywhere. */
    boolean isDefaultSMTPMailServerDefined();
}

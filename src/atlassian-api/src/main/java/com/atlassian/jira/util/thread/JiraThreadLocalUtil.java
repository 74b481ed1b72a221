package com.atlassian.jira.util.thread;

import org.apache.log4j.Logger;

/**
 * Clears what Jira keeps per thread, around work on a thread that is not Jira's own.
 *
 * <p>Source: dossier 3.6 [V8]
 */
public interface JiraThreadLocalUtil {
    void preCall();

    void postCall(Logger log);
}

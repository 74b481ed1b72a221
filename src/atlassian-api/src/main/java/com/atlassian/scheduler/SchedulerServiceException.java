package com.atlassian.scheduler;

/**
 * A job could not be scheduled.
 *
 * <p>Source: dossier 2.5 [P7], constructors [K].
 */
public class SchedulerServiceException extends Exception {
    private static final long serialVersionUID = 1L;

    public SchedulerServiceException(String message) {
        super(message);
    }

    public SchedulerServiceException(String message, Throwable cause) {
        super(message, cause);
    }
}

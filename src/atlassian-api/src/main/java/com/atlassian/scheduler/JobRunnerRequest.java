package com.atlassian.scheduler;

import com.atlassian.scheduler.config.JobConfig;

/**
 * One run of a job.
 *
 * <p>Source: dossier 2.5 [P7].
 */
public interface JobRunnerRequest {
    JobConfig getJobConfig();
}

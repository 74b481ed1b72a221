package com.atlassian.scheduler;

import jakarta.annotation.Nullable;

/**
 * The work of a job.
 *
 * <p>Source: dossier 2.5 [P7].
 */
public interface JobRunner {
    @Nullable
    JobRunnerResponse runJob(JobRunnerRequest request);
}

package io.throughline.host.services;

import com.atlassian.scheduler.config.JobConfig;
import com.atlassian.scheduler.config.JobId;
import java.time.Instant;

/** A job and when it is due. */
record Job(JobId id, JobConfig config, Instant due) {}

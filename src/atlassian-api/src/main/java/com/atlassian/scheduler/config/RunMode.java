package com.atlassian.scheduler.config;

/**
 * Whether one node of the cluster runs a job, or each.
 *
 * <p>Source: dossier 2.5 [P7].
 */
public enum RunMode {
    RUN_ONCE_PER_CLUSTER,
    RUN_LOCALLY
}

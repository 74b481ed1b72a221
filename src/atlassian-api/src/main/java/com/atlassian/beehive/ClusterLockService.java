package com.atlassian.beehive;

/**
 * Locks that all nodes of the cluster respect.
 *
 * <p>Source: dossier 2.5 [P7, used on V8].
 */
public interface ClusterLockService {
    ClusterLock getLockForName(String name);
}

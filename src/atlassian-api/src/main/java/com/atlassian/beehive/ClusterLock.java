package com.atlassian.beehive;

import java.util.concurrent.locks.Lock;

/**
 * A lock by name, held per thread, released when its node dies; conditions are unsupported.
 *
 * <p>Source: dossier 2.5 [P7, used on V8].
 */
public interface ClusterLock extends Lock {
    boolean isHeldByCurrentThread();
}

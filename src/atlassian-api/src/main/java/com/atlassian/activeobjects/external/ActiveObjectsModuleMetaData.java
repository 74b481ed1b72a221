package com.atlassian.activeobjects.external;

import java.util.concurrent.ExecutionException;

/**
 * Says whether the plugin's tables are ready.
 *
 * <p>Source: dossier 2.1 [P7].
 */
public interface ActiveObjectsModuleMetaData {
    void awaitInitialization() throws ExecutionException, InterruptedException;

    boolean isInitialized();
}

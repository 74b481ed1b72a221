package com.atlassian.activeobjects.external;

/**
 * One step of the tables' history, run once, in order of its version.
 *
 * <p>Source: dossier 2.1 [P7].
 */
public interface ActiveObjectsUpgradeTask {
    ModelVersion getModelVersion();

    void upgrade(ModelVersion currentVersion, ActiveObjects ao);
}

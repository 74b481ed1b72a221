package com.atlassian.sal.api.lifecycle;

/**
 * Told when the product is up; only if exported as an OSGi service.
 *
 * <p>Source: dossier 2.3 [P7, used on V8].
 */
public interface LifecycleAware {
    void onStart();

    default void onStop() {}
}

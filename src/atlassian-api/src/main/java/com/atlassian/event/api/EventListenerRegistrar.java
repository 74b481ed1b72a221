package com.atlassian.event.api;

/**
 * Where listeners sign on and off.
 *
 * <p>Source: dossier 2.5 [P7].
 */
public interface EventListenerRegistrar {
    void register(Object listener);

    void unregister(Object listener);
}

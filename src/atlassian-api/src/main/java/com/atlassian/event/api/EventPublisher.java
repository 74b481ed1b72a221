package com.atlassian.event.api;

/**
 * Tells events to the listeners of this node, in the caller's thread.
 *
 * <p>Source: dossier 2.5 [P7].
 */
public interface EventPublisher extends EventListenerRegistrar {
    void publish(Object event);
}

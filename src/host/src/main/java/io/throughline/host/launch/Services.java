package io.throughline.host.launch;

import java.util.Optional;
import java.util.function.Function;

/** The services of a node: handed to plugins through OSGi, and found by the host's own parts. */
public interface Services {

    /** Gives {@code instance} to plugins as an OSGi service and to the host under the same type. One instance per type. */
    <T> void export(Class<T> type, T instance);

    /** An OSGi service with one instance per plugin; the function gets the plugin's key. */
    <T> void exportPerPlugin(Class<T> type, Function<String, T> instanceFor);

    /** For the host's own parts only; plugins never see it. */
    <T> void keep(Class<T> type, T instance);

    /** @throws IllegalStateException if nobody gave one */
    <T> T get(Class<T> type);

    <T> Optional<T> find(Class<T> type);
}

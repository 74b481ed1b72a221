package io.throughline.host.plugin;

import java.net.URL;
import java.util.List;
import java.util.Map;

/** One installed plugin as the product sees it. */
public interface Plugin {

    /** Equals Bundle-SymbolicName and Atlassian-Plugin-Key. */
    String key();

    String name();

    String version();

    boolean isEnabled();

    /** Why it is not enabled, else empty. */
    String failure();

    /** {@code <param>} and vendor entries of {@code <plugin-info>}. */
    Map<String, String> info();

    /** Every module element of the descriptor, those of the other product included. */
    List<ModuleState> modules();

    /** Resources of the JAR only, never of its imports; null when absent. */
    URL resource(String path);

    /** Entries of the JAR's own folders, sub-folders included; nested JARs and imports are not looked into. */
    List<URL> entries(String folder, String pattern);

    /** {@code <resource>} elements of the plugin itself, e.g. its download folders. */
    List<Tag> resources();

    ClassLoader classLoader();

    /** @throws PluginRefused if there is no such class */
    Class<?> load(String className);

    /**
     * Makes an object of one of the plugin's classes and wires its constructor from the plugin's Spring context. Without a context
     * the class needs a constructor without parameters.
     */
    <T> T create(String className, Class<T> as);

    /** As {@link #create(String, Class)}, for a class that is loaded already. */
    <T> T create(Class<T> type);

    /** A bean of the plugin's context. */
    <T> T bean(String name, Class<T> as);

    /**
     * @param key module key within the plugin
     * @param state ENABLED, OTHER_PRODUCT (skipped), UNRECOGNISED, or FAILED with the reason in {@code note}
     */
    record ModuleState(String key, String type, State state, String note) {}

    enum State {
        ENABLED,
        DISABLED,
        OTHER_PRODUCT,
        UNRECOGNISED,
        FAILED
    }
}

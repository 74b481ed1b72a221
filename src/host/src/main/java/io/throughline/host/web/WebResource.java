package io.throughline.host.web;

import java.util.List;

/**
 * A named set of style sheets and scripts, from a plugin or from the host.
 *
 * @param owner the plugin key, or the host's own like "com.atlassian.auiplugin"
 * @param key the module key within the owner
 * @param version goes into the URL so that a browser asks again after an upgrade
 * @param contexts the contexts that pull it in, e.g. "atl.general"
 * @param dependencies complete keys emitted before it
 * @param files names ending in .css or .js, in order
 */
public record WebResource(
        String owner, String key, String version, List<String> contexts, List<String> dependencies, List<File> files) {

    /**
     * @param name the name in the URL
     * @param location where its bytes are, read with {@code source}
     * @param transforms transformers asked for by the descriptor, e.g. "jsI18n"
     */
    public record File(String name, String location, Source source, List<String> transforms) {}

    /** Where bytes come from: a bundle or the host's class path. */
    @FunctionalInterface
    public interface Source {
        /** The bytes, or null when there is nothing of that name. */
        byte[] read(String location);
    }

    public WebResource {
        contexts = List.copyOf(contexts);
        dependencies = List.copyOf(dependencies);
        files = List.copyOf(files);
    }

    /** "owner:key". */
    public String completeKey() {
        return owner + ":" + key;
    }
}

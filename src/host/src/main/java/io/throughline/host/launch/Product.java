package io.throughline.host.launch;

import io.throughline.host.web.WebTree;
import java.util.List;

/**
 * One product's contribution to a node. Jira and Confluence implement it, the platform part drives it.
 *
 * <p>Found with {@link java.util.ServiceLoader}: name the class in {@code META-INF/services/io.throughline.host.launch.Product}.
 * Order of a start: {@link #start}, {@link #mount}, the server listens, plugins are installed, {@link #ready}.
 */
public interface Product {

    /** The value of {@code application=} in a descriptor and the suffix of the scanner's index files: "jira", "confluence". */
    String id();

    /** What {@code ApplicationProperties.getPlatformId()} answers: "jira", "conf". */
    String platformId();

    /** The name people see: "Jira". */
    String displayName();

    /** The version the product claims, for {@code ApplicationProperties.getVersion()}. */
    String version();

    /** Where the product lives on the server, with a leading slash: "/jira". */
    default String contextPath() {
        return "/" + id();
    }

    /**
     * The packages that only this product exports to plugins. An entry ending in {@code .*} stands for every package below it on
     * the host's class path; the platform part already exports what both products share.
     */
    List<String> exportedPackages();

    /** Creates schema and services and hands them over: {@code node.services().export(Type.class, instance)}. */
    void start(Node node) throws Exception;

    /** Mounts servlets, REST resources, pages, and registers the product's own module types. */
    void mount(WebTree web);

    /** After every plugin given on the command line is enabled: imports, sample data, background work. */
    default void ready() throws Exception {}

    /** Ends background work; the database is closed after it. */
    void stop();
}

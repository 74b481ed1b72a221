package io.throughline.host.launch;

import io.throughline.host.plugin.Plugins;
import io.throughline.host.web.TemplatePages;
import io.throughline.host.web.WebFragments;
import java.nio.file.Path;
import java.time.Clock;
import javax.sql.DataSource;

/** What one node gives to its product and to the platform's parts. */
public interface Node {

    Options options();

    Product product();

    /** The name of this node in its cluster: "node1". */
    String id();

    /** The product's folder on this node; every node has its own. */
    Path home();

    /** The folder all nodes of the product share. */
    Path sharedHome();

    /** The product's database, pooled. */
    DataSource dataSource();

    Services services();

    Plugins plugins();

    Users users();

    /** Web items, sections and panels of the plugins, by location. */
    WebFragments fragments();

    /** Velocity with escaping and the method allow-list. */
    TemplatePages templates();

    Clock clock();

    /** With the context path and without a trailing slash: "http://localhost:2990/jira". */
    String baseUrl();

    /** The other product's base URL (Confluence's on Jira, Jira's on Confluence). */
    String peerUrl();
}

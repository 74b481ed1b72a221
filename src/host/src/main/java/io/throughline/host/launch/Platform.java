package io.throughline.host.launch;

import javax.sql.DataSource;

/**
 * Database, users and the services both products share. The node opens it first and hands its services out before the product
 * starts. Found with {@link java.util.ServiceLoader}.
 */
public interface Platform {

    /** Opens the database. Nothing else of the node exists yet but options, home and product. */
    DataSource openDatabase(Node node) throws Exception;

    /** Creates the platform's schema and people. */
    Users openUsers(Node node) throws Exception;

    /** Exports SAL, scheduler, locks, caches, events, audit, application links … through {@link Node#services()}. */
    void exportServices(Node node) throws Exception;

    /** The product is up and every plugin is enabled: jobs may run. */
    default void ready() throws Exception {}

    /** Stops jobs and closes the pool. */
    void stop();
}

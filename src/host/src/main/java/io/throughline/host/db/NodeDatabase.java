package io.throughline.host.db;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;

/** The pool of one node and what can be known about the database behind it. */
public final class NodeDatabase implements AutoCloseable {

    /** PostgreSQL allows 100 connections by default; three nodes and a person's psql fit. */
    private static final int POOL_SIZE = 30;

    private final HikariDataSource pool;
    private final Dialect dialect;
    private final boolean shared;
    private final Transactions transactions;
    private final Jdbi jdbi;

    private NodeDatabase(HikariDataSource pool, Dialect dialect, boolean shared) {
        this.pool = pool;
        this.dialect = dialect;
        this.shared = shared;
        this.transactions = new Transactions(pool);
        this.jdbi = Jdbi.create(pool);
    }

    /**
     * A database in files below the node's own folder.
     *
     * <p>{@code WRITE_DELAY=0}: without it H2 loses acknowledged writes when the process is killed.
     * {@code DB_CLOSE_ON_EXIT=FALSE}: the files are closed by {@link #close}, not below a node that is still stopping.
     */
    public static NodeDatabase inFiles(Path home) {
        Path folder = home.resolve("database");
        try {
            Files.createDirectories(folder);
        } catch (IOException cannotWrite) {
            throw new UncheckedIOException(cannotWrite);
        }
        String url = "jdbc:h2:file:" + folder.toAbsolutePath().resolve("host")
                + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;LOCK_TIMEOUT=10000;CACHE_SIZE="
                + cacheKib();
        HikariConfig config = new HikariConfig();
        config.setUsername("sa");
        config.setPassword("");
        return open(config, url, false);
    }

    /** A quarter of the heap: with 64 MiB every walk over 100,000 issues reads their pages from the file again. */
    private static long cacheKib() {
        return Math.max(65_536, Runtime.getRuntime().maxMemory() / 4 / 1024);
    }

    /**
     * A database that several nodes may share.
     *
     * @param jdbcUrl with user and password in it, e.g. {@code jdbc:postgresql://localhost/jira?user=jira&password=…}
     */
    public static NodeDatabase at(String jdbcUrl) {
        return open(new HikariConfig(), jdbcUrl, true);
    }

    private static NodeDatabase open(HikariConfig config, String url, boolean shared) {
        Dialect dialect = Dialect.of(url);
        config.setJdbcUrl(url);
        config.setMaximumPoolSize(POOL_SIZE);
        config.setMinimumIdle(2);
        config.setPoolName("host");
        return new NodeDatabase(new HikariDataSource(config), dialect, shared);
    }

    /** Connections outside any transaction: each call takes its own. */
    public DataSource dataSource() {
        return pool;
    }

    /** A connection that its user keeps for long, and closes. */
    public Connection connectOutsideThePool() throws SQLException {
        return DriverManager.getConnection(pool.getJdbcUrl(), credentials());
    }

    private Properties credentials() {
        Properties credentials = new Properties();
        if (pool.getUsername() != null) {
            credentials.setProperty("user", pool.getUsername());
            credentials.setProperty("password", pool.getPassword());
        }
        return credentials;
    }

    public Jdbi jdbi() {
        return jdbi;
    }

    public Dialect dialect() {
        return dialect;
    }

    /** Whether other nodes may use the same database at the same time. */
    public boolean isShared() {
        return shared;
    }

    /** The transactions that Active Objects and SAL share. */
    public Transactions transactions() {
        return transactions;
    }

    /** Ends the pool; with its last connection H2 closes its files. */
    @Override
    public void close() {
        pool.close();
    }
}

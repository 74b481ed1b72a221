package io.throughline.app.store;

import com.atlassian.activeobjects.external.ActiveObjects;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.ConnectionPoolDataSource;
import net.java.ao.ActiveObjectsException;
import net.java.ao.DatabaseProvider;
import net.java.ao.DisposableDataSource;
import net.java.ao.EntityManager;
import net.java.ao.EntityManagerConfiguration;
import net.java.ao.RawEntity;
import net.java.ao.SchemaConfiguration;
import net.java.ao.atlassian.AtlassianFieldNameConverter;
import net.java.ao.atlassian.AtlassianIndexNameConverter;
import net.java.ao.atlassian.AtlassianSequenceNameConverter;
import net.java.ao.atlassian.AtlassianTableNameConverter;
import net.java.ao.atlassian.AtlassianTriggerNameConverter;
import net.java.ao.atlassian.AtlassianUniqueNameConverter;
import net.java.ao.atlassian.TablePrefix;
import net.java.ao.builder.SimpleNameConverters;
import net.java.ao.db.H2DatabaseProvider;
import net.java.ao.db.PostgreSQLDatabaseProvider;
import net.java.ao.schema.NameConverters;
import net.java.ao.schema.info.CachingEntityInfoResolverFactory;
import net.java.ao.schema.info.EntityInfoResolverFactory;
import org.h2.jdbcx.JdbcConnectionPool;
import org.h2.jdbcx.JdbcDataSource;
import org.postgresql.ds.PGConnectionPoolDataSource;

/**
 * The real Active Objects engine over a real database, with the platform's table names and with transactions bound to
 * the thread, as the platform binds them.
 */
final class TestDatabase implements AutoCloseable {
    private static final String PREFIX = "AO_7E57ED_";
    private static final AtomicInteger NUMBER = new AtomicInteger();

    static final Class<?>[] ROWS = {
        PlanRow.class,
        ThemeRow.class,
        ObjectiveRow.class,
        KpiRow.class,
        KpiRunRow.class,
        io.throughline.app.daily.DayRow.class,
        io.throughline.app.remind.ReminderRow.class,
        io.throughline.app.confluence.pulse.PulseRow.class,
        io.throughline.app.confluence.act.PageWorkRow.class,
        ActualRow.class,
        LinkRow.class,
        ContributionRow.class,
        CauseRow.class,
        SettingsRow.class,
        KeptRow.class,
        HeadRow.class,
        ChangeLogRow.class,
        OnceRow.class,
        QueryRow.class,
        FeedRow.class,
        FeedReaderRow.class,
        BatchRow.class,
        ExemptionRow.class,
        ExemptionBatchRow.class,
        DelegationRow.class
    };

    private final JdbcConnectionPool pool;
    private final EntityManager engine;
    private final ThreadLocal<Connection> current = new ThreadLocal<>();
    private final int isolation;

    private TestDatabase(ConnectionPoolDataSource database, String schema, boolean h2, int isolation) {
        this.isolation = isolation;
        pool = JdbcConnectionPool.create(database);
        pool.setMaxConnections(60);
        DisposableDataSource connections = joining();
        DatabaseProvider provider =
                h2 ? new H2DatabaseProvider(connections, schema) : new PostgreSQLDatabaseProvider(connections, schema);
        engine = new EntityManager(provider, new Configuration());
    }

    /** A new database in memory. */
    static TestDatabase h2() {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:mem:store" + NUMBER.incrementAndGet() + ";DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=2000");
        return new TestDatabase(database, "PUBLIC", true, Connection.TRANSACTION_READ_COMMITTED).migrated();
    }

    /** A new database on disk. */
    static TestDatabase h2(Path file) {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:file:" + file.toAbsolutePath() + ";LOCK_TIMEOUT=2000");
        return new TestDatabase(database, "PUBLIC", true, Connection.TRANSACTION_READ_COMMITTED).migrated();
    }

    /** A new schema on a PostgreSQL that runs. */
    static TestDatabase postgres(String url, int isolation) throws SQLException {
        String schema = "s" + NUMBER.incrementAndGet();
        PGConnectionPoolDataSource database = new PGConnectionPoolDataSource();
        database.setUrl(url);
        database.setCurrentSchema(schema);
        try (Connection connection = database.getPooledConnection().getConnection()) {
            connection.createStatement().execute("CREATE SCHEMA " + schema);
        }
        return new TestDatabase(database, schema, false, isolation).migrated();
    }

    @SuppressWarnings("unchecked") // every row is an entity
    private TestDatabase migrated() {
        try {
            engine.migrate((Class<? extends RawEntity<?>>[]) ROWS);
            return this;
        } catch (SQLException | ClassCastException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Active Objects as the platform hands them to the app. */
    ActiveObjects activeObjects() {
        return (ActiveObjects) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {ActiveObjects.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("executeInTransaction")) {
                        return inTransaction((com.atlassian.sal.api.transaction.TransactionCallback<?>) arguments[0]);
                    }
                    Method real = EntityManager.class.getMethod(method.getName(), method.getParameterTypes());
                    try {
                        return real.invoke(engine, arguments);
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getCause() instanceof SQLException sql
                                ? new ActiveObjectsException(sql)
                                : thrown.getCause();
                    }
                });
    }

    private Object inTransaction(com.atlassian.sal.api.transaction.TransactionCallback<?> callback) {
        try (Connection connection = pool.getConnection()) {
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(isolation);
            current.set(connection);
            try {
                Object result = callback.doInTransaction();
                connection.commit();
                return result;
            } catch (RuntimeException e) {
                connection.rollback();
                throw e;
            } finally {
                current.remove();
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw new ActiveObjectsException(e);
        }
    }

    /** Empties every table. */
    TestDatabase cleared() {
        for (Class<?> row : ROWS) {
            sql("DELETE FROM \"@"
                    + row.getAnnotation(net.java.ao.schema.Table.class).value() + "\"");
        }
        return this;
    }

    /** Plain SQL, as somebody with access to the database would type it; {@code @} stands for the table prefix. */
    int sql(String statement) {
        try (Connection connection = pool.getConnection()) {
            connection.setAutoCommit(true);
            return connection.createStatement().executeUpdate(statement.replace("@", PREFIX));
        } catch (SQLException e) {
            throw new IllegalStateException(statement, e);
        }
    }

    @Override
    public void close() {
        pool.dispose();
    }

    private DisposableDataSource joining() {
        return (DisposableDataSource) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {DisposableDataSource.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("dispose")) {
                        return null;
                    }
                    Connection joined = method.getName().equals("getConnection") ? current.get() : null;
                    return joined != null ? keptOpen(joined) : invoke(pool, method, arguments);
                });
    }

    private static Connection keptOpen(Connection connection) {
        return (Connection) Proxy.newProxyInstance(
                TestDatabase.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (proxy, method, arguments) ->
                        method.getName().equals("close") ? null : invoke(connection, method, arguments));
    }

    private static Object invoke(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause();
        }
    }

    private static final class Configuration implements EntityManagerConfiguration {
        @Override
        public boolean useWeakCache() {
            return true;
        }

        @Override
        public NameConverters getNameConverters() {
            return new SimpleNameConverters(
                    new AtlassianTableNameConverter(new Prefix()),
                    new AtlassianFieldNameConverter(),
                    new AtlassianSequenceNameConverter(),
                    new AtlassianTriggerNameConverter(),
                    new AtlassianIndexNameConverter(),
                    new AtlassianUniqueNameConverter());
        }

        @Override
        public SchemaConfiguration getSchemaConfiguration() {
            return (table, caseSensitive) -> table.startsWith(PREFIX);
        }

        @Override
        public EntityInfoResolverFactory getEntityInfoResolverFactory() {
            return new CachingEntityInfoResolverFactory();
        }
    }

    private static final class Prefix implements TablePrefix {
        @Override
        public String prepend(String name) {
            return PREFIX + name;
        }
    }
}

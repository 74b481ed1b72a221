package io.throughline.host.db;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One connection per transaction, bound to the thread that began it. What runs inside joins it: a second {@link #run} has no
 * transaction of its own, and when it fails the whole is rolled back even if somebody caught the exception.
 *
 * <p>On the products Active Objects runs its transactions through SAL's {@code TransactionTemplate}; here both use this class, so
 * that what is written through either is one transaction.
 */
public final class Transactions {
    private static final Logger LOG = LoggerFactory.getLogger(Transactions.class);

    private final DataSource pool;
    private final ThreadLocal<Current> current = new ThreadLocal<>();
    private final DataSource joining;

    Transactions(DataSource pool) {
        this.pool = pool;
        this.joining = new JoiningDataSource(pool, this);
    }

    /** Connections of the running transaction where there is one, else of the pool. Closing one of the former does nothing. */
    public DataSource joiningDataSource() {
        return joining;
    }

    public boolean isRunning() {
        return current.get() != null;
    }

    /**
     * Commits when the work returns, rolls back when it throws.
     *
     * @throws DatabaseRefused when the commit fails (cause: the {@link SQLException}, SQL state 40001 if others were faster), or
     *     when an inner part had failed
     */
    public <T> T run(Supplier<T> work) {
        Current outer = current.get();
        return outer == null ? begin(work) : join(outer, work);
    }

    private static <T> T join(Current outer, Supplier<T> work) {
        try {
            return work.get();
        } catch (RuntimeException | Error failed) {
            outer.rollbackOnly = true;
            throw failed;
        }
    }

    private <T> T begin(Supplier<T> work) {
        try (Connection connection = pool.getConnection()) {
            connection.setTransactionIsolation(Isolation.asConfigured().jdbcLevel());
            connection.setAutoCommit(false);
            Current begun = new Current(unclosable(connection));
            current.set(begun);
            boolean committed = false;
            try {
                T result = work.get();
                if (begun.rollbackOnly) {
                    throw new DatabaseRefused("rolled back, because an inner part of the transaction failed", null);
                }
                connection.commit();
                committed = true;
                return result;
            } finally {
                current.remove();
                if (!committed) {
                    rollBack(connection);
                }
            }
        } catch (SQLException refused) {
            throw new DatabaseRefused("transaction failed: " + refused.getMessage(), refused);
        }
    }

    private static void rollBack(Connection connection) {
        try {
            connection.rollback();
        } catch (SQLException broken) {
            // What the caller must see is why the work failed; the pool throws a broken connection away.
            LOG.warn("rollback failed", broken);
        }
    }

    Connection connection() throws SQLException {
        Current running = current.get();
        return running == null ? pool.getConnection() : running.connection;
    }

    /** The transaction closes its connection, not those who borrow it. */
    private static Connection unclosable(Connection connection) {
        return (Connection) Proxy.newProxyInstance(
                Transactions.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("close")) {
                        return null;
                    }
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getCause();
                    }
                });
    }

    private static final class Current {
        private final Connection connection;
        private boolean rollbackOnly;

        Current(Connection connection) {
            this.connection = connection;
        }
    }
}

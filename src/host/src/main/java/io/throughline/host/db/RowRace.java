package io.throughline.host.db;

import java.sql.SQLException;
import java.util.function.Supplier;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

/**
 * Two writers find no row and both make it: the database lets one. Asking first, even within the same statement, does not help,
 * since neither sees the other's row before it is committed; so the one who was later is told, and looks again.
 */
public final class RowRace {

    /** Of the SQL standard, on both databases: a unique constraint would be broken. */
    private static final String DUPLICATE = "23505";

    /** Each round somebody gets on; who loses this often in a row has another trouble than a race. */
    private static final int ROUNDS = 20;

    private RowRace() {}

    /** Does it again from its start as long as another was faster. The work is a whole transaction, or a single statement. */
    public static <T> T repeat(Supplier<T> work) {
        for (int round = 1; ; round++) {
            try {
                return work.get();
            } catch (UnableToExecuteStatementException failed) {
                if (round == ROUNDS || !isLost(failed)) {
                    throw failed;
                }
            }
        }
    }

    /** Whether the row was there already when it was to be made. */
    public static boolean isLost(UnableToExecuteStatementException failed) {
        return failed.getCause() instanceof SQLException sql && DUPLICATE.equals(sql.getSQLState());
    }
}

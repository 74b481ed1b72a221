package io.throughline.app.store;

import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells database errors that pass by themselves from those that do not. */
enum DatabaseFault {
    /** The transaction was rolled back because of another one: the same transaction may succeed if it starts anew. */
    LOST_THE_RACE,
    /**
     * No connection, or it broke. Not to be repeated: if it broke during a commit, nobody knows whether the commit
     * counted, and a second try could count twice.
     */
    NO_CONNECTION,
    /** Anything else. */
    OTHER;

    /**
     * 23505 and 23000 are a broken unique constraint, which here means that another writer was faster; HYT00, 55P03 and
     * 90131 a lock that was not to be had in time, or a row that was changed meanwhile.
     */
    private static final Set<String> RACES = Set.of("23505", "23000", "HYT00", "55P03", "90131");

    static DatabaseFault of(Throwable e) {
        for (SQLException cause = sqlCause(e); cause != null; cause = cause.getNextException()) {
            String state = cause.getSQLState() == null ? "" : cause.getSQLState();
            if (state.startsWith("40") || RACES.contains(state)) {
                return LOST_THE_RACE;
            }
            if (state.startsWith("08") || state.startsWith("57P") || cause instanceof SQLTransientException) {
                return NO_CONNECTION;
            }
        }
        return OTHER;
    }

    private static @Nullable SQLException sqlCause(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return sql;
            }
        }
        return null;
    }
}

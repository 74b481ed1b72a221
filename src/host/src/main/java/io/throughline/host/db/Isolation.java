package io.throughline.host.db;

import java.sql.Connection;

/**
 * How much a transaction sees of others. The names, the property and the default are those of Active Objects 6.1.1
 * ({@code DatabaseProvider.startTransaction}), so that a plugin meets the strictest level that the library asks for.
 */
public enum Isolation {
    TRANSACTION_READ_UNCOMMITTED(Connection.TRANSACTION_READ_UNCOMMITTED),
    TRANSACTION_READ_COMMITTED(Connection.TRANSACTION_READ_COMMITTED),
    TRANSACTION_REPEATABLE_READ(Connection.TRANSACTION_REPEATABLE_READ),
    TRANSACTION_SERIALIZABLE(Connection.TRANSACTION_SERIALIZABLE);

    public static final String PROPERTY = "ao.transaction.isolation.level";

    private final int jdbcLevel;

    Isolation(int jdbcLevel) {
        this.jdbcLevel = jdbcLevel;
    }

    int jdbcLevel() {
        return jdbcLevel;
    }

    static Isolation asConfigured() {
        return valueOf(System.getProperty(PROPERTY, TRANSACTION_SERIALIZABLE.name()));
    }
}

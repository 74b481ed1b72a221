package io.throughline.host.db;

/** The database did not do what it was asked; the cause is the {@link java.sql.SQLException}, if there was one. */
public final class DatabaseRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public DatabaseRefused(String message, Throwable cause) {
        super(message, cause);
    }
}

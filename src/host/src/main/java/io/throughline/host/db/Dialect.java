package io.throughline.host.db;

/** The two databases the host runs on. */
public enum Dialect {
    H2,
    POSTGRESQL;

    /** @throws IllegalArgumentException for a URL of any other database */
    public static Dialect of(String jdbcUrl) {
        if (jdbcUrl.startsWith("jdbc:h2:")) {
            return H2;
        }
        if (jdbcUrl.startsWith("jdbc:postgresql:")) {
            return POSTGRESQL;
        }
        throw new IllegalArgumentException("the host runs on H2 and PostgreSQL, not on " + withoutPassword(jdbcUrl));
    }

    /** The schema in which this dialect keeps tables that name none. */
    public String defaultSchema() {
        return this == H2 ? "PUBLIC" : "public";
    }

    /** The type of a column for long text. */
    public String longText() {
        return this == H2 ? "varchar" : "text";
    }

    /** The type of a column for bytes. */
    public String bytes() {
        return this == H2 ? "varbinary" : "bytea";
    }

    private static String withoutPassword(String jdbcUrl) {
        return jdbcUrl.replaceAll("(?i)(password=)[^&;]*", "$1***");
    }
}

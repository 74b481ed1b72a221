package io.throughline.host.jira.model;

import java.sql.SQLException;
import org.jdbi.v3.core.Handle;

/** The two databases and the few places where their SQL differs. */
public enum Dialect {
    H2,
    POSTGRESQL;

    public static Dialect of(Handle handle) {
        try {
            String product = handle.getConnection().getMetaData().getDatabaseProductName();
            return product.equals("PostgreSQL") ? POSTGRESQL : H2;
        } catch (SQLException failure) {
            throw new IllegalStateException("The database does not say what it is", failure);
        }
    }

    /** Condition: the column matches the regular expression bound to the next parameter. */
    public String matches(String column) {
        return column + (this == POSTGRESQL ? " ~ ?" : " REGEXP ?");
    }

    /** Behind a table's name: go through it along this index. H2 would rather sort; PostgreSQL sees by itself that it need not. */
    public String useIndex(String index) {
        return this == POSTGRESQL ? "" : " USE INDEX (" + index + ")";
    }

    /** How a regular expression says that a word starts or ends here. */
    public String wordEdge() {
        return this == POSTGRESQL ? "\\y" : "\\b";
    }
}

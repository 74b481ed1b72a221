package io.throughline.host.ao;

import java.sql.SQLException;
import net.java.ao.ActiveObjectsException;

/** What a plugin sees of an {@link SQLException}: unchecked, with it as the cause. */
public final class ActiveObjectsSqlException extends ActiveObjectsException {
    private static final long serialVersionUID = 1L;

    ActiveObjectsSqlException(SQLException cause) {
        super("There was a SQL exception thrown by the Active Objects library: " + cause.getMessage(), cause);
    }
}

package com.atlassian.sal.api.user;

import java.io.Serializable;
import java.util.Objects;

/**
 * The immutable name of a user, whatever the login is today.
 *
 * <p>Source: dossier 2.3 [P7, used on V8].
 */
public final class UserKey implements Serializable {
    private static final long serialVersionUID = 1L;
    private final String value;

    public UserKey(String value) {
        this.value = Objects.requireNonNull(value, "value");
    }

    public String getStringValue() {
        return value;
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof UserKey && ((UserKey) o).value.equals(value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public String toString() {
        return value;
    }
}

package com.atlassian.applinks.api;

import java.io.Serializable;
import java.util.Objects;

/**
 * Names an application link.
 *
 * <p>Source: dossier 2.6 [P7].
 */
public class ApplicationId implements Serializable {
    private static final long serialVersionUID = 1L;
    private final String id;

    public ApplicationId(String id) {
        this.id = Objects.requireNonNull(id, "id");
    }

    public String get() {
        return id;
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof ApplicationId && ((ApplicationId) o).id.equals(id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    @Override
    public String toString() {
        return id;
    }
}

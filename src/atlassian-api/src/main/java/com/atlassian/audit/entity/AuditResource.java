package com.atlassian.audit.entity;

import jakarta.annotation.Nullable;
import java.util.Objects;

/**
 * A thing that an audit event touched.
 *
 * <p>Source: dossier 2.7 [S6].
 */
public class AuditResource {
    private final String name;
    private final String type;
    private final String id;

    private AuditResource(Builder builder) {
        this.name = Objects.requireNonNull(builder.name, "name");
        this.type = Objects.requireNonNull(builder.type, "type");
        this.id = builder.id;
    }

    public static Builder builder(String name, String type) {
        return new Builder(name, type);
    }

    public String getName() {
        return name;
    }

    public String getType() {
        return type;
    }

    @Nullable
    public String getId() {
        return id;
    }

    /** Puts an audited resource together. */
    public static class Builder {
        private final String name;
        private final String type;
        private String id;

        Builder(String name, String type) {
            this.name = name;
            this.type = type;
        }

        public Builder id(@Nullable String newId) {
            this.id = newId;
            return this;
        }

        public AuditResource build() {
            return new AuditResource(this);
        }
    }
}

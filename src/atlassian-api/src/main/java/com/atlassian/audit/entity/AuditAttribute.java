package com.atlassian.audit.entity;

import jakarta.annotation.Nullable;
import java.util.Objects;

/**
 * A further fact of an audit event.
 *
 * <p>Source: dossier 2.7 [P7], its getters read in a stored copy of the type [S6].
 */
public class AuditAttribute {
    private final String nameI18nKey;
    private final String value;

    private AuditAttribute(Builder builder) {
        this.nameI18nKey = Objects.requireNonNull(builder.nameI18nKey, "nameI18nKey");
        this.value = builder.value;
    }

    public static Builder fromI18nKeys(String nameI18nKey, String value) {
        return new Builder(nameI18nKey, value);
    }

    public String getNameI18nKey() {
        return nameI18nKey;
    }

    @Nullable
    public String getValue() {
        return value;
    }

    /** Puts an attribute together. */
    public static class Builder {
        private final String nameI18nKey;
        private final String value;

        Builder(String nameI18nKey, @Nullable String value) {
            this.nameI18nKey = nameI18nKey;
            this.value = value;
        }

        public AuditAttribute build() {
            return new AuditAttribute(this);
        }
    }
}

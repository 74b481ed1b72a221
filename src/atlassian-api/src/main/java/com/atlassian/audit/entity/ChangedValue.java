package com.atlassian.audit.entity;

import jakarta.annotation.Nullable;
import java.util.Objects;

/**
 * What a value was and what it is.
 *
 * <p>Source: dossier 2.7 [S6].
 */
public class ChangedValue {
    private final String i18nKey;
    private final String from;
    private final String to;

    private ChangedValue(Builder builder) {
        this.i18nKey = Objects.requireNonNull(builder.i18nKey, "i18nKey");
        this.from = builder.from;
        this.to = builder.to;
    }

    public static Builder fromI18nKeys(String i18nKey) {
        return new Builder(i18nKey);
    }

    public String getI18nKey() {
        return i18nKey;
    }

    @Nullable
    public String getFrom() {
        return from;
    }

    @Nullable
    public String getTo() {
        return to;
    }

    /** Puts a changed value together. */
    public static class Builder {
        private final String i18nKey;
        private String from;
        private String to;

        Builder(String i18nKey) {
            this.i18nKey = i18nKey;
        }

        public Builder from(@Nullable String newFrom) {
            this.from = newFrom;
            return this;
        }

        public Builder to(@Nullable String newTo) {
            this.to = newTo;
            return this;
        }

        public ChangedValue build() {
            return new ChangedValue(this);
        }
    }
}

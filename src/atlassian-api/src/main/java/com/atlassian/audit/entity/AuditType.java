package com.atlassian.audit.entity;

import java.util.Objects;

/**
 * The kind of an audit event.
 *
 * <p>Source: dossier 2.7 [P7], its getters read in a stored copy of the type [S6].
 */
public class AuditType {
    private final CoverageArea area;
    private final CoverageLevel level;
    private final String categoryI18nKey;
    private final String actionI18nKey;

    private AuditType(Builder builder) {
        this.area = Objects.requireNonNull(builder.area, "area");
        this.level = Objects.requireNonNull(builder.level, "level");
        this.categoryI18nKey = Objects.requireNonNull(builder.categoryI18nKey, "categoryI18nKey");
        this.actionI18nKey = Objects.requireNonNull(builder.actionI18nKey, "actionI18nKey");
    }

    public static Builder fromI18nKeys(
            CoverageArea area, CoverageLevel level, String categoryI18nKey, String actionI18nKey) {
        return new Builder(area, level, categoryI18nKey, actionI18nKey);
    }

    public CoverageArea getArea() {
        return area;
    }

    public CoverageLevel getLevel() {
        return level;
    }

    public String getCategoryI18nKey() {
        return categoryI18nKey;
    }

    public String getActionI18nKey() {
        return actionI18nKey;
    }

    /** Puts an audit type together. */
    public static class Builder {
        private final CoverageArea area;
        private final CoverageLevel level;
        private final String categoryI18nKey;
        private final String actionI18nKey;

        Builder(CoverageArea area, CoverageLevel level, String categoryI18nKey, String actionI18nKey) {
            this.area = area;
            this.level = level;
            this.categoryI18nKey = categoryI18nKey;
            this.actionI18nKey = actionI18nKey;
        }

        public AuditType build() {
            return new AuditType(this);
        }
    }
}

package com.atlassian.audit.entity;

import jakarta.annotation.Nullable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Something worth an audit row.
 *
 * <p>Source: dossier 2.7 [P7], its getters read in a stored copy of the type [S6].
 */
public class AuditEvent {
    private final AuditType type;
    private final List<AuditResource> affectedObjects;
    private final List<ChangedValue> changedValues;
    private final Set<AuditAttribute> extraAttributes;

    private AuditEvent(Builder builder) {
        this.type = builder.type;
        this.affectedObjects = List.copyOf(builder.affectedObjects);
        this.changedValues = List.copyOf(builder.changedValues);
        this.extraAttributes = Collections.unmodifiableSet(new LinkedHashSet<>(builder.extraAttributes));
    }

    public static Builder builder(AuditType type) {
        return new Builder(type);
    }

    public String getActionI18nKey() {
        return type.getActionI18nKey();
    }

    public String getCategoryI18nKey() {
        return type.getCategoryI18nKey();
    }

    @Nullable
    public CoverageArea getArea() {
        return type.getArea();
    }

    public CoverageLevel getLevel() {
        return type.getLevel();
    }

    public List<AuditResource> getAffectedObjects() {
        return affectedObjects;
    }

    public List<ChangedValue> getChangedValues() {
        return changedValues;
    }

    public Collection<AuditAttribute> getExtraAttributes() {
        return extraAttributes;
    }

    /** Puts an audit event together. */
    public static class Builder {
        private final AuditType type;
        private final List<AuditResource> affectedObjects = new ArrayList<>();
        private final List<ChangedValue> changedValues = new ArrayList<>();
        private final Set<AuditAttribute> extraAttributes = new LinkedHashSet<>();

        public Builder(AuditType type) {
            this.type = Objects.requireNonNull(type, "type");
        }

        public Builder affectedObject(AuditResource affectedObject) {
            affectedObjects.add(Objects.requireNonNull(affectedObject, "affectedObject"));
            return this;
        }

        public Builder changedValue(ChangedValue changedValue) {
            changedValues.add(Objects.requireNonNull(changedValue, "changedValue"));
            return this;
        }

        public Builder extraAttribute(AuditAttribute extraAttribute) {
            extraAttributes.add(Objects.requireNonNull(extraAttribute, "extraAttribute"));
            return this;
        }

        public AuditEvent build() {
            return new AuditEvent(this);
        }
    }
}

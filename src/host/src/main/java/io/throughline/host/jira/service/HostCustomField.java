package io.throughline.host.jira.service;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.customfields.CustomFieldType;
import com.atlassian.jira.issue.fields.CustomField;
import io.throughline.host.jira.model.Constant;

/** A custom field. */
final class HostCustomField implements CustomField {
    private final Constant.Field row;

    private record HostFieldType(String getKey, String getName) implements CustomFieldType<Object, Object> {}

    HostCustomField(Constant.Field row) {
        this.row = row;
    }

    @Override
    public String getId() {
        return row.externalId();
    }

    @Override
    public Long getIdAsLong() {
        return row.id();
    }

    @Override
    public String getName() {
        return row.name();
    }

    @Override
    public CustomFieldType<?, ?> getCustomFieldType() {
        return new HostFieldType(row.typeKey(), row.name());
    }

    @Override
    public Object getValue(Issue issue) {
        return issue.getCustomFieldValue(this);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CustomField that && getId().equals(that.getId());
    }

    @Override
    public int hashCode() {
        return getId().hashCode();
    }
}

package io.throughline.host.jira.service;

import com.atlassian.jira.issue.CustomFieldManager;
import com.atlassian.jira.issue.fields.CustomField;
import io.throughline.host.jira.model.Constants;
import java.util.Collection;
import java.util.List;

/** Finds custom fields. */
final class HostCustomFieldManager implements CustomFieldManager {
    private final Constants constants;

    HostCustomFieldManager(Constants constants) {
        this.constants = constants;
    }

    @Override
    public List<CustomField> getCustomFieldObjects() {
        return constants.fields().all().stream()
                .<CustomField>map(HostCustomField::new)
                .toList();
    }

    @Override
    public Collection<CustomField> getCustomFieldObjectsByName(String name) {
        return getCustomFieldObjects().stream()
                .filter(field -> field.getName().equals(name))
                .toList();
    }
}

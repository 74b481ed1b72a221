package io.throughline.host.jira.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.throughline.host.jira.model.Constant;
import io.throughline.host.jira.model.FieldTypes;
import io.throughline.host.jira.model.IssueDraft;
import io.throughline.host.jira.model.IssueParts.FieldValue;
import io.throughline.host.jira.model.IssueRow;
import io.throughline.host.jira.service.JiraServices;
import java.util.Map;
import java.util.Optional;

/** Reads the value of a custom field from a request. */
final class CustomFieldForm {
    private final JiraServices services;
    private final Gate gate;
    private final IssueDraft draft;

    CustomFieldForm(JiraServices services, Gate gate, IssueDraft draft) {
        this.services = services;
        this.gate = gate;
        this.draft = draft;
    }

    void set(String name, JsonNode value, Map<String, String> errors) {
        Optional<Constant.Field> field = services.data()
                .constants()
                .fields()
                .first(each -> each.externalId().equals(name));
        if (field.isEmpty()) {
            errors.put(name, "Field '" + name + "' cannot be set. It is not on the appropriate screen, or unknown.");
        } else if (value.isNull() || value.isTextual() && value.asText().isEmpty()) {
            draft.fields.remove(field.get().id());
        } else if (FieldTypes.isIssueReference(field.get().typeKey())) {
            reference(field.get(), value.asText(), errors);
        } else if (FieldTypes.isNumber(field.get().typeKey())) {
            number(field.get(), value, errors);
        } else if (value.isTextual()) {
            draft.fields.put(field.get().id(), FieldValue.ofText(value.asText()));
        } else {
            errors.put(name, "Operation value must be a string");
        }
    }

    private void number(Constant.Field field, JsonNode value, Map<String, String> errors) {
        if (value.isNumber()) {
            draft.fields.put(field.id(), FieldValue.ofNumber(value.asDouble()));
        } else {
            errors.put(field.externalId(), "Operation value must be a number");
        }
    }

    private void reference(Constant.Field field, String key, Map<String, String> errors) {
        Optional<IssueRow> target = gate.find(key).filter(row -> gate.mayBrowse(row.projectId()));
        if (target.isEmpty()) {
            errors.put(field.externalId(), "Issue key '" + key + "' does not exist.");
            return;
        }
        if (field.typeKey().equals(FieldTypes.EPIC_LINK)) {
            Constant.IssueType own = services.data().constants().types().get(draft.typeId);
            Constant.IssueType epic =
                    services.data().constants().types().get(target.get().typeId());
            if (!epic.name().equalsIgnoreCase("Epic")) {
                errors.put(field.externalId(), "Issue '" + key + "' is not an epic.");
                return;
            }
            if (own.isSubtask() || own.name().equalsIgnoreCase("Epic")) {
                errors.put(field.externalId(), "An issue of type " + own.name() + " cannot be in an epic.");
                return;
            }
        }
        draft.fields.put(field.id(), FieldValue.ofIssue(target.get().id()));
    }
}

package io.throughline.host.jira.rest;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.permission.ProjectPermissions;
import com.fasterxml.jackson.databind.JsonNode;
import io.throughline.host.jira.model.Constant;
import io.throughline.host.jira.model.FieldTypes;
import io.throughline.host.jira.model.IssueDraft;
import io.throughline.host.jira.model.IssueParts.FieldValue;
import io.throughline.host.jira.model.IssueRow;
import io.throughline.host.jira.model.ProjectRow;
import io.throughline.host.jira.service.JiraServices;
import io.throughline.host.jira.workflow.TransitionRefused;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Creates an issue out of a request: project and type first, since the rest depends on them. */
final class NewIssue {
    private final JiraServices services;
    private final Gate gate;

    NewIssue(JiraServices services, Gate gate) {
        this.services = services;
        this.gate = gate;
    }

    Issue create(JsonNode body) {
        JsonNode fields = body.path("fields");
        IssueDraft draft = new IssueDraft();
        ProjectRow project = project(fields.path("project"));
        draft.projectId = project.id();
        Constant.IssueType type = type(project, fields.path("issuetype"));
        draft.typeId = type.id();
        draft.parentId = parent(type, project, fields.path("parent"));
        draft.reporter = gate.caller().getKey();
        draft.priorityId = services.data()
                .constants()
                .priorities()
                .byName("Medium")
                .map(Constant::id)
                .orElse(null);
        Map<String, String> errors = new TreeMap<>();
        if (fields.path("summary").asText("").isBlank()) {
            errors.put("summary", "You must specify a summary of the issue.");
        }
        new IssueForm(services, gate, draft).create(body, errors);
        if (type.name().equalsIgnoreCase("Epic")) {
            // Jira Software asks for the Epic Name; here the summary stands in for a missing one
            long epicName =
                    services.data().constants().field(FieldTypes.EPIC_NAME).id();
            draft.fields.putIfAbsent(epicName, FieldValue.ofText(draft.summary));
        }
        try {
            return services.transitionDesk().create(draft, gate.caller());
        } catch (TransitionRefused refused) {
            throw new RestError(400, refused.messages(), refused.errors());
        }
    }

    private ProjectRow project(JsonNode reference) {
        String keyOrId = reference.has("key")
                ? reference.path("key").asText()
                : reference.path("id").asText("");
        Optional<ProjectRow> found = keyOrId.matches("[0-9]{1,18}")
                ? services.data().projects().find(Long.parseLong(keyOrId))
                : services.data().projects().findByAnyKey(keyOrId);
        if (keyOrId.isEmpty()) {
            throw RestError.field("project", "project is required");
        }
        ProjectRow project = found.filter(row -> gate.mayBrowse(row.id()) && !row.isArchived())
                .orElseThrow(() -> RestError.field("project", "valid project is required"));
        if (!gate.may(ProjectPermissions.CREATE_ISSUES, project.id())) {
            throw RestError.field("project", "You do not have permission to create issues in this project.");
        }
        return project;
    }

    private Constant.IssueType type(ProjectRow project, JsonNode reference) {
        String nameOrId = reference.has("id")
                ? reference.path("id").asText()
                : reference.path("name").asText("");
        if (nameOrId.isEmpty()) {
            throw RestError.field("issuetype", "issue type is required");
        }
        return services.data().projects().typeIds(project.id()).stream()
                .map(services.data().constants().types()::get)
                .filter(type -> type.name().equalsIgnoreCase(nameOrId) || ("" + type.id()).equals(nameOrId))
                .findFirst()
                .orElseThrow(() -> RestError.field("issuetype", "The issue type selected is invalid."));
    }

    private Long parent(Constant.IssueType type, ProjectRow project, JsonNode reference) {
        String keyOrId = reference.has("key")
                ? reference.path("key").asText()
                : reference.path("id").asText("");
        if (!type.isSubtask()) {
            if (!keyOrId.isEmpty()) {
                throw RestError.field(
                        "issuetype", "Issue type is not a sub-task but parent issue key or id specified.");
            }
            return null;
        }
        if (keyOrId.isEmpty()) {
            throw RestError.field("issuetype", "Issue type is a sub-task but parent issue key or id not specified.");
        }
        return gate.find(keyOrId)
                .filter(row -> row.projectId() == project.id())
                .filter(row ->
                        !services.data().constants().types().get(row.typeId()).isSubtask())
                .map(IssueRow::id)
                .orElseThrow(() -> RestError.field("parentId", "Could not find issue by id or key."));
    }
}

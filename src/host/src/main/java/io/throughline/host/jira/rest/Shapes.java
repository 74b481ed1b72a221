package io.throughline.host.jira.rest;

import com.atlassian.jira.user.ApplicationUser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.throughline.host.jira.model.Constant;
import io.throughline.host.jira.model.FieldTypes;
import io.throughline.host.jira.model.ProjectRow;
import io.throughline.host.jira.model.Projects;
import io.throughline.host.jira.model.StatusCategories;
import io.throughline.host.jira.model.TypeIcons;
import io.throughline.host.jira.service.JiraServices;
import java.time.Instant;
import java.time.format.DateTimeFormatter;

/** The small objects of Jira's REST answers. */
final class Shapes {
    private static final DateTimeFormatter INSTANT = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSxx");

    private final JiraServices services;
    private final String api;
    private final String baseUrl;

    Shapes(JiraServices services, String baseUrl) {
        this.services = services;
        this.baseUrl = baseUrl;
        this.api = baseUrl + "/rest/api/2";
    }

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    static ArrayNode array() {
        return JsonNodeFactory.instance.arrayNode();
    }

    String baseUrl() {
        return baseUrl;
    }

    /** {@code "2026-03-15T10:00:00.000+0000"}, null for null. */
    String instant(Long millis) {
        return millis == null
                ? null
                : INSTANT.format(Instant.ofEpochMilli(millis)
                        .atZone(services.data().clock().getZone()));
    }

    ObjectNode self(String path) {
        return object().put("self", api + path);
    }

    /** Null when the key is; a key nobody has is still shown. */
    JsonNode user(String key) {
        if (key == null) {
            return NullNode.getInstance();
        }
        ApplicationUser user = services.userManager().getUserByKey(key);
        ObjectNode json = self("/user?username=" + key).put("name", key).put("key", key);
        if (user == null) {
            return json.put("displayName", key).put("active", false);
        }
        json.put("emailAddress", user.getEmailAddress());
        json.putObject("avatarUrls");
        return json.put("displayName", user.getDisplayName())
                .put("active", user.isActive())
                .put("timeZone", services.data().clock().getZone().getId());
    }

    ObjectNode project(ProjectRow project) {
        ObjectNode json = self("/project/" + project.id())
                .put("id", "" + project.id())
                .put("key", project.key())
                .put("name", project.name());
        json.putObject("avatarUrls");
        return json.put("projectTypeKey", "software");
    }

    ObjectNode type(Constant.IssueType type) {
        return self("/issuetype/" + type.id())
                .put("id", "" + type.id())
                .put("description", text(type.description()))
                .put("iconUrl", baseUrl + TypeIcons.path(type))
                .put("name", type.name())
                .put("subtask", type.isSubtask());
    }

    ObjectNode status(Constant.Status status) {
        ObjectNode json = self("/status/" + status.id())
                .put("description", text(status.description()))
                .put("iconUrl", baseUrl + "/")
                .put("name", status.name())
                .put("id", "" + status.id());
        json.set("statusCategory", category(status.category()));
        return json;
    }

    ObjectNode category(StatusCategories.Category category) {
        return self("/statuscategory/" + category.id())
                .put("id", category.id())
                .put("key", category.key())
                .put("colorName", category.color())
                .put("name", category.name());
    }

    JsonNode resolution(Long id) {
        return id == null
                ? NullNode.getInstance()
                : resolution(services.data().constants().resolutions().get(id));
    }

    ObjectNode resolution(Constant.Resolution resolution) {
        return self("/resolution/" + resolution.id())
                .put("id", "" + resolution.id())
                .put("description", text(resolution.description()))
                .put("name", resolution.name());
    }

    JsonNode priority(Long id) {
        return id == null
                ? NullNode.getInstance()
                : priority(services.data().constants().priorities().get(id));
    }

    ObjectNode priority(Constant.Priority priority) {
        return self("/priority/" + priority.id())
                .put(
                        "iconUrl",
                        baseUrl + "/images/icons/priorities/" + (priority.id() <= 5 ? priority.id() : 3) + ".svg")
                .put("name", priority.name())
                .put("id", "" + priority.id());
    }

    ObjectNode component(Projects.Component component) {
        return self("/component/" + component.id())
                .put("id", "" + component.id())
                .put("name", component.name())
                .put("description", text(component.description()));
    }

    ObjectNode version(Projects.Version version) {
        return self("/version/" + version.id())
                .put("id", "" + version.id())
                .put("description", text(version.description()))
                .put("name", version.name())
                .put("archived", version.isArchived())
                .put("released", version.isReleased());
    }

    ObjectNode linkType(Constant.LinkType type) {
        return self("/issueLinkType/" + type.id())
                .put("id", "" + type.id())
                .put("name", type.name())
                .put("inward", type.inward())
                .put("outward", type.outward());
    }

    ObjectNode field(Constant.Field field) {
        ObjectNode json = object().put("id", field.externalId())
                .put("name", field.name())
                .put("custom", true)
                .put("orderable", true)
                .put("navigable", true)
                .put("searchable", true);
        json.putArray("clauseNames").add("cf[" + field.id() + "]").add(field.name());
        String type = FieldTypes.isNumber(field.typeKey())
                ? "number"
                : FieldTypes.isIssueReference(field.typeKey()) ? "any" : "string";
        json.putObject("schema")
                .put("type", type)
                .put("custom", field.typeKey())
                .put("customId", field.id());
        return json;
    }

    static String text(String text) {
        return text == null ? "" : text;
    }
}

package io.throughline.host.jira.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.throughline.host.jira.model.Constant;
import io.throughline.host.jira.model.StatusCategories;
import io.throughline.host.jira.service.JiraServices;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/** The lists of the whole instance: issue types, statuses, resolutions, priorities, link types, fields. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
public final class ConstantResource {
    /** System fields by id, name, and type of their value. */
    private static final List<List<String>> SYSTEM_FIELDS = List.of(
            List.of("issuekey", "Key", ""),
            List.of("summary", "Summary", "string"),
            List.of("issuetype", "Issue Type", "issuetype"),
            List.of("project", "Project", "project"),
            List.of("status", "Status", "status"),
            List.of("resolution", "Resolution", "resolution"),
            List.of("priority", "Priority", "priority"),
            List.of("assignee", "Assignee", "user"),
            List.of("reporter", "Reporter", "user"),
            List.of("creator", "Creator", "user"),
            List.of("created", "Created", "datetime"),
            List.of("updated", "Updated", "datetime"),
            List.of("resolutiondate", "Resolved", "datetime"),
            List.of("duedate", "Due Date", "date"),
            List.of("labels", "Labels", "array"),
            List.of("components", "Component/s", "array"),
            List.of("fixVersions", "Fix Version/s", "array"),
            List.of("versions", "Affects Version/s", "array"),
            List.of("description", "Description", "string"),
            List.of("timeoriginalestimate", "Original Estimate", "number"),
            List.of("timeestimate", "Remaining Estimate", "number"),
            List.of("timespent", "Time Spent", "number"),
            List.of("parent", "Parent", "issue"),
            List.of("subtasks", "Sub-Tasks", "array"),
            List.of("issuelinks", "Linked Issues", "array"));

    private final JiraServices services;
    private final Shapes shapes;

    ConstantResource(JiraServices services, Shapes shapes) {
        this.services = services;
        this.shapes = shapes;
    }

    @GET
    @Path("issuetype")
    public ArrayNode types() {
        return all(services.data().constants().types().all(), shapes::type);
    }

    @GET
    @Path("status")
    public ArrayNode statuses() {
        return all(services.data().constants().statuses().all(), shapes::status);
    }

    @GET
    @Path("status/{status}")
    public ObjectNode status(@PathParam("status") String nameOrId) {
        return services.data().constants().statuses().byNameOrId(nameOrId).stream()
                .findFirst()
                .map(shapes::status)
                .orElseThrow(() -> RestError.of(404, "The status with id '" + nameOrId + "' does not exist"));
    }

    @GET
    @Path("statuscategory")
    public ArrayNode categories() {
        return all(StatusCategories.ALL, shapes::category);
    }

    @GET
    @Path("resolution")
    public ArrayNode resolutions() {
        return all(services.data().constants().resolutions().all(), shapes::resolution);
    }

    @GET
    @Path("priority")
    public ArrayNode priorities() {
        return all(services.data().constants().priorities().all(), shapes::priority);
    }

    @GET
    @Path("issueLinkType")
    public ObjectNode linkTypes() {
        ObjectNode json = Shapes.object();
        json.set("issueLinkTypes", all(services.data().constants().linkTypes().all(), shapes::linkType));
        return json;
    }

    @GET
    @Path("field")
    public ArrayNode fields() {
        ArrayNode fields = Shapes.array();
        for (List<String> field : SYSTEM_FIELDS) {
            ObjectNode json = Shapes.object()
                    .put("id", field.get(0))
                    .put("name", field.get(1))
                    .put("custom", false);
            json.put("orderable", true).put("navigable", true).put("searchable", true);
            json.putArray("clauseNames").add(field.get(0));
            if (!field.get(2).isEmpty()) {
                json.putObject("schema").put("type", field.get(2)).put("system", field.get(0));
            }
            fields.add(json);
        }
        Collection<Constant.Field> custom = services.data().constants().fields().all();
        custom.forEach(field -> fields.add(shapes.field(field)));
        return fields;
    }

    private static <T> ArrayNode all(Collection<T> rows, Function<T, ObjectNode> shape) {
        ArrayNode array = Shapes.array();
        rows.forEach(row -> array.add(shape.apply(row)));
        return array;
    }
}

package io.throughline.host.jira.rest;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.permission.ProjectPermissions;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.throughline.host.jira.model.History;
import io.throughline.host.jira.model.IssueDraft;
import io.throughline.host.jira.model.IssueParts;
import io.throughline.host.jira.model.IssueRow;
import io.throughline.host.jira.rest.IssueShapes.FieldChoice;
import io.throughline.host.jira.service.JiraServices;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;

/** {@code issue}: create, read, edit, archive, delete. */
@Path("/issue")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class IssueResource {
    private final JiraServices services;
    private final Shapes shapes;
    private final IssueShapes issues;
    private final Gate gate;

    IssueResource(JiraServices services, Shapes shapes, IssueShapes issues, Gate gate) {
        this.services = services;
        this.shapes = shapes;
        this.issues = issues;
        this.gate = gate;
    }

    @POST
    public Response create(JsonNode body) {
        Issue issue = new NewIssue(services, gate).create(body);
        ObjectNode json = Shapes.object().put("id", "" + issue.getId()).put("key", issue.getKey());
        json.setAll(shapes.self("/issue/" + issue.getId()));
        return Response.status(201).entity(json).build();
    }

    @GET
    @Path("{issue}")
    public ObjectNode one(
            @PathParam("issue") String keyOrId,
            @QueryParam("fields") List<String> fields,
            @QueryParam("expand") @DefaultValue("") String expand) {
        IssueRow row = gate.issue(keyOrId);
        ObjectNode json = issues.issue(row, FieldChoice.of(fields));
        if (expand.contains("changelog")) {
            json.set("changelog", changelog(row.id()));
        }
        return json;
    }

    private ObjectNode changelog(long id) {
        List<History.Change> changes = services.data().history().of(id);
        ObjectNode json = Shapes.object()
                .put("startAt", 0)
                .put("maxResults", changes.size())
                .put("total", changes.size());
        ArrayNode histories = json.putArray("histories");
        for (History.Change change : changes) {
            ObjectNode each = histories.addObject().put("id", "" + change.id());
            each.set("author", shapes.user(change.author()));
            ArrayNode items =
                    each.put("created", shapes.instant(change.created())).putArray("items");
            change.items()
                    .forEach(item -> items.addObject()
                            .put("field", item.field())
                            .put("fieldtype", item.fieldType())
                            .put("from", item.from())
                            .put("fromString", item.fromText())
                            .put("to", item.to())
                            .put("toString", item.toText()));
        }
        return json;
    }

    @PUT
    @Path("{issue}")
    public Response update(@PathParam("issue") String keyOrId, JsonNode body) {
        IssueRow row = gate.issue(keyOrId);
        gate.require(ProjectPermissions.EDIT_ISSUES, row.projectId(), "edit issues");
        tryOut(row, body);
        services.issueDesk().update(row.id(), draft -> new IssueForm(services, gate, draft).edit(body), gate.caller());
        return Response.noContent().build();
    }

    /** Says what is wrong before a transaction is begun. */
    private void tryOut(IssueRow row, JsonNode body) {
        IssueParts parts = services.data().issues().parts(List.of(row.id())).get(row.id());
        new IssueForm(services, gate, IssueDraft.of(row, parts)).edit(body);
    }

    @DELETE
    @Path("{issue}")
    public Response delete(
            @PathParam("issue") String keyOrId,
            @QueryParam("deleteSubtasks") @DefaultValue("false") boolean deleteSubtasks) {
        IssueRow row = gate.issue(keyOrId);
        gate.require(ProjectPermissions.DELETE_ISSUES, row.projectId(), "delete issues");
        if (!deleteSubtasks && !services.data().issues().subtasks(row.id()).isEmpty()) {
            throw RestError.of(
                    400,
                    "The issue '" + row.key() + "' has subtasks.  You must specify the 'deleteSubtasks'"
                            + " parameter to delete this issue and all its subtasks.");
        }
        services.issueDesk().delete(row.id(), gate.caller());
        return Response.noContent().build();
    }

    @PUT
    @Path("{issue}/archive")
    public Response archive(@PathParam("issue") String keyOrId) {
        return setArchived(keyOrId, true);
    }

    @PUT
    @Path("{issue}/restore")
    public Response restore(@PathParam("issue") String keyOrId) {
        return setArchived(keyOrId, false);
    }

    private Response setArchived(String keyOrId, boolean isArchived) {
        IssueRow row = gate.issue(keyOrId);
        gate.require(ProjectPermissions.ADMINISTER_PROJECTS, row.projectId(), "archive issues");
        services.issueDesk().archive(row.id(), isArchived);
        return Response.noContent().build();
    }
}

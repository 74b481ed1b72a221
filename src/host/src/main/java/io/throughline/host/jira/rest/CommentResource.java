package io.throughline.host.jira.rest;

import com.atlassian.jira.permission.ProjectPermissions;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.throughline.host.jira.model.Comments;
import io.throughline.host.jira.model.Comments.Comment;
import io.throughline.host.jira.model.IssueRow;
import io.throughline.host.jira.service.JiraServices;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;

/** {@code issue/KEY/comment}: read, written and deleted; who may edit the issue may comment on it. */
@Path("/issue/{issue}/comment")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class CommentResource {
    private final JiraServices services;
    private final Shapes shapes;
    private final Gate gate;

    CommentResource(JiraServices services, Shapes shapes, Gate gate) {
        this.services = services;
        this.shapes = shapes;
        this.gate = gate;
    }

    @GET
    public ObjectNode all(
            @PathParam("issue") String keyOrId,
            @QueryParam("startAt") @DefaultValue("0") int startAt,
            @QueryParam("maxResults") @DefaultValue("1048576") int maxResults) {
        List<Comment> comments =
                services.data().comments().of(gate.issue(keyOrId).id());
        ObjectNode json = Shapes.object()
                .put("startAt", startAt)
                .put("maxResults", maxResults)
                .put("total", comments.size());
        ArrayNode page = json.putArray("comments");
        comments.stream()
                .skip(Math.max(0, startAt))
                .limit(Math.max(0, maxResults))
                .forEach(comment -> page.add(json(comment)));
        return json;
    }

    @GET
    @Path("{id}")
    public ObjectNode one(@PathParam("issue") String keyOrId, @PathParam("id") String id) {
        return json(comment(gate.issue(keyOrId), id));
    }

    @POST
    public Response add(@PathParam("issue") String keyOrId, JsonNode body) {
        IssueRow row = gate.issue(keyOrId);
        gate.require(ProjectPermissions.EDIT_ISSUES, row.projectId(), "comment on issues");
        String text = body == null ? "" : body.path("body").asText("");
        if (text.isBlank()) {
            throw RestError.field("comment", "Comment body can not be empty!");
        }
        if (text.length() > Comments.LONGEST) {
            throw RestError.field(
                    "comment", "The entered text is too long. It exceeds the allowed limit of 32,767 characters.");
        }
        ObjectNode json = json(services.issueDesk().comment(row.id(), text, gate.caller()));
        return Response.created(URI.create(json.path("self").asText()))
                .entity(json)
                .build();
    }

    @DELETE
    @Path("{id}")
    public Response delete(@PathParam("issue") String keyOrId, @PathParam("id") String id) {
        IssueRow row = gate.issue(keyOrId);
        Comment comment = comment(row, id);
        if (!gate.caller().getKey().equals(comment.author())
                && !gate.may(ProjectPermissions.DELETE_ISSUES, row.projectId())) {
            throw RestError.of(403, "You do not have the permission to delete the comment with id " + id + ".");
        }
        services.data().comments().delete(comment.id());
        return Response.noContent().build();
    }

    private Comment comment(IssueRow row, String id) {
        return (id.matches("[0-9]{1,18}")
                        ? services.data().comments().find(Long.parseLong(id))
                        : java.util.Optional.<Comment>empty())
                .filter(found -> found.issueId() == row.id())
                .orElseThrow(() -> RestError.of(404, "Can not find a comment for the id: " + id + "."));
    }

    private ObjectNode json(Comment comment) {
        ObjectNode json = Shapes.object()
                .put("self", shapes.baseUrl() + "/rest/api/2/issue/" + comment.issueId() + "/comment/" + comment.id())
                .put("id", "" + comment.id());
        json.set("author", shapes.user(comment.author()));
        json.put("body", comment.body());
        json.set("updateAuthor", shapes.user(comment.author()));
        return json.put("created", shapes.instant(comment.created())).put("updated", shapes.instant(comment.updated()));
    }
}

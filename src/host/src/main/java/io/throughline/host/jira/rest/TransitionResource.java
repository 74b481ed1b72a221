package io.throughline.host.jira.rest;

import com.atlassian.jira.permission.ProjectPermissions;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.throughline.host.jira.model.Constant;
import io.throughline.host.jira.model.IssueDraft;
import io.throughline.host.jira.model.IssueParts;
import io.throughline.host.jira.model.IssueRow;
import io.throughline.host.jira.service.JiraServices;
import io.throughline.host.jira.service.Workflow;
import io.throughline.host.jira.workflow.TransitionRefused;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;

/** {@code issue/{key}/transitions}. */
@Path("/issue/{issue}/transitions")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class TransitionResource {
    private final JiraServices services;
    private final Shapes shapes;
    private final Gate gate;

    TransitionResource(JiraServices services, Shapes shapes, Gate gate) {
        this.services = services;
        this.shapes = shapes;
        this.gate = gate;
    }

    @GET
    public ObjectNode transitions(@PathParam("issue") String keyOrId) {
        IssueRow row = gate.issue(keyOrId);
        ObjectNode json = Shapes.object().put("expand", "transitions");
        ArrayNode all = json.putArray("transitions");
        if (gate.may(ProjectPermissions.TRANSITION_ISSUES, row.projectId())) {
            for (Workflow.Transition transition : services.transitionDesk().available(row, gate.caller())) {
                ObjectNode each =
                        all.addObject().put("id", "" + transition.id()).put("name", transition.name());
                each.set("to", shapes.status(transition.to()));
            }
        }
        return json;
    }

    @POST
    public Response perform(@PathParam("issue") String keyOrId, JsonNode body) {
        IssueRow row = gate.issue(keyOrId);
        gate.require(ProjectPermissions.TRANSITION_ISSUES, row.projectId(), "transition issues");
        JsonNode id = body.path("transition").path("id");
        if (id.isMissingNode()) {
            throw RestError.of(400, "Missing 'transition' identifier");
        }
        Workflow.Transition transition = services.transitionDesk()
                .find(row, id.asText(), gate.caller())
                .orElseThrow(
                        () -> RestError.of(400, "Transition id '" + id.asText() + "' is not valid for this issue."));
        Optional<Constant.Resolution> resolution = resolution(body);
        JsonNode edits = withoutResolution(body);
        IssueParts parts = services.data().issues().parts(List.of(row.id())).get(row.id());
        new IssueForm(services, gate, IssueDraft.of(row, parts)).edit(edits);
        try {
            services.transitionDesk()
                    .perform(
                            row,
                            transition,
                            resolution,
                            draft -> new IssueForm(services, gate, draft).edit(edits),
                            gate.caller());
        } catch (TransitionRefused refused) {
            throw new RestError(400, refused.messages(), refused.errors());
        }
        return Response.noContent().build();
    }

    private Optional<Constant.Resolution> resolution(JsonNode body) {
        JsonNode value = body.path("fields").path("resolution");
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        String nameOrId =
                value.has("id") ? value.path("id").asText() : value.path("name").asText("");
        return Optional.of(services.data().constants().resolutions().byNameOrId(nameOrId).stream()
                .findFirst()
                .orElseThrow(() -> RestError.field("resolution", "The resolution selected is invalid.")));
    }

    /** Comments of a transition are Jira's to keep, not this host's. */
    private static JsonNode withoutResolution(JsonNode body) {
        ObjectNode edits = JsonNodeFactory.instance.objectNode();
        edits.set("fields", without("resolution", body.path("fields")));
        edits.set("update", without("comment", body.path("update")));
        return edits;
    }

    private static ObjectNode without(String name, JsonNode given) {
        ObjectNode copy = given.isObject() ? given.deepCopy() : JsonNodeFactory.instance.objectNode();
        copy.remove(name);
        return copy;
    }
}

package io.throughline.host.jira.rest;

import com.atlassian.jira.permission.ProjectPermissions;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.throughline.host.jira.model.Constant;
import io.throughline.host.jira.model.IssueRow;
import io.throughline.host.jira.model.Links;
import io.throughline.host.jira.service.JiraServices;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** {@code issueLink}: with type Blocks, {@code inwardIssue} is the one that blocks and {@code outwardIssue} the one blocked. */
@Path("/issueLink")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class IssueLinkResource {
    private final JiraServices services;
    private final Shapes shapes;
    private final Gate gate;

    IssueLinkResource(JiraServices services, Shapes shapes, Gate gate) {
        this.services = services;
        this.shapes = shapes;
        this.gate = gate;
    }

    /** Jira's naming: {@code inwardIssue} is the source of the link, {@code outwardIssue} its destination. */
    @POST
    public Response create(JsonNode body) {
        Constant.LinkType type = type(body.path("type"));
        IssueRow source = issue(body.path("inwardIssue"));
        IssueRow destination = issue(body.path("outwardIssue"));
        gate.require(ProjectPermissions.LINK_ISSUES, source.projectId(), "link issues");
        gate.require(ProjectPermissions.LINK_ISSUES, destination.projectId(), "link issues");
        if (source.id() == destination.id()) {
            throw RestError.of(400, "You cannot link an issue to itself.");
        }
        services.linkDesk().link(type.id(), source.id(), destination.id());
        return Response.status(201).build();
    }

    private Constant.LinkType type(JsonNode type) {
        String nameOrId =
                type.has("name") ? type.path("name").asText() : type.path("id").asText("");
        return services.data().constants().linkTypes().byNameOrId(nameOrId).stream()
                .findFirst()
                .orElseThrow(() -> RestError.of(404, "No issue link type with name '" + nameOrId + "' found."));
    }

    private IssueRow issue(JsonNode reference) {
        String keyOrId = reference.has("key")
                ? reference.path("key").asText()
                : reference.path("id").asText("");
        return gate.issue(keyOrId);
    }

    @GET
    @Path("{link}")
    public ObjectNode one(@PathParam("link") long id) {
        Links.Link link = visible(id);
        IssueShapes issues = new IssueShapes(services, shapes);
        ObjectNode json = shapes.self("/issueLink/" + id).put("id", "" + id);
        json.set("type", shapes.linkType(services.data().constants().linkTypes().get(link.typeId())));
        json.set("inwardIssue", issues.stub(gate.issue("" + link.sourceId())));
        json.set("outwardIssue", issues.stub(gate.issue("" + link.destinationId())));
        return json;
    }

    @DELETE
    @Path("{link}")
    public Response delete(@PathParam("link") long id) {
        Links.Link link = visible(id);
        gate.require(
                ProjectPermissions.LINK_ISSUES, gate.issue("" + link.sourceId()).projectId(), "link issues");
        services.linkDesk().unlink(link);
        return Response.noContent().build();
    }

    private Links.Link visible(long id) {
        return services.data()
                .links()
                .find(id)
                .filter(link -> gate.find("" + link.sourceId())
                        .filter(row -> gate.mayBrowse(row.projectId()))
                        .isPresent())
                .filter(link -> gate.find("" + link.destinationId())
                        .filter(row -> gate.mayBrowse(row.projectId()))
                        .isPresent())
                .orElseThrow(() -> RestError.of(404, "No issue link with id '" + id + "' exists."));
    }
}

package io.throughline.host.jira.rest;

import com.atlassian.jira.permission.ProjectPermissions;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.throughline.host.jira.model.ProjectRow;
import io.throughline.host.jira.service.JiraServices;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** Components and versions of projects. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class ProjectPartsResource {
    private final JiraServices services;
    private final Shapes shapes;
    private final Gate gate;

    ProjectPartsResource(JiraServices services, Shapes shapes, Gate gate) {
        this.services = services;
        this.shapes = shapes;
        this.gate = gate;
    }

    @GET
    @Path("project/{project}/components")
    public ArrayNode components(@PathParam("project") String keyOrId) {
        ArrayNode all = Shapes.array();
        services.data()
                .projects()
                .components(gate.project(keyOrId).id())
                .forEach(component -> all.add(shapes.component(component)));
        return all;
    }

    @GET
    @Path("project/{project}/versions")
    public ArrayNode versions(@PathParam("project") String keyOrId) {
        ArrayNode all = Shapes.array();
        services.data()
                .projects()
                .versions(gate.project(keyOrId).id())
                .forEach(version -> all.add(shapes.version(version)));
        return all;
    }

    @POST
    @Path("component")
    public Response addComponent(JsonNode body) {
        ProjectRow project = administered(body);
        String name = name(body);
        if (services.data().projects().components(project.id()).stream()
                .anyMatch(each -> each.name().equalsIgnoreCase(name))) {
            throw RestError.field("name", "A component with the name " + name + " already exists in this project.");
        }
        var added = services.data()
                .projects()
                .addComponent(project.id(), name, body.path("description").asText(""));
        return Response.status(201).entity(shapes.component(added)).build();
    }

    @POST
    @Path("version")
    public Response addVersion(JsonNode body) {
        ProjectRow project = administered(body);
        String name = name(body);
        if (services.data().projects().versions(project.id()).stream()
                .anyMatch(each -> each.name().equalsIgnoreCase(name))) {
            throw RestError.field("name", "A version with this name already exists in this project.");
        }
        var added = services.data()
                .projects()
                .addVersion(
                        project.id(),
                        name,
                        body.path("description").asText(""),
                        body.path("archived").asBoolean(false),
                        body.path("released").asBoolean(false));
        return Response.status(201).entity(shapes.version(added)).build();
    }

    private ProjectRow administered(JsonNode body) {
        ProjectRow project = gate.project(body.path("project").asText(""));
        gate.require(ProjectPermissions.ADMINISTER_PROJECTS, project.id(), "administer");
        return project;
    }

    private static String name(JsonNode body) {
        String name = body.path("name").asText("").trim();
        if (name.isEmpty()) {
            throw RestError.field("name", "You must specify a name.");
        }
        return name;
    }
}

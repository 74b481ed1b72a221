package io.throughline.host.jira.rest;

import com.atlassian.jira.permission.ProjectPermissions;
import com.atlassian.jira.project.Project;
import com.atlassian.jira.user.ApplicationUser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.throughline.host.jira.model.ProjectRow;
import io.throughline.host.jira.service.JiraServices;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** {@code project}: list, read, create, change, archive, delete. */
@Path("/project")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class ProjectResource {
    private final JiraServices services;
    private final Shapes shapes;
    private final Gate gate;

    ProjectResource(JiraServices services, Shapes shapes, Gate gate) {
        this.services = services;
        this.shapes = shapes;
        this.gate = gate;
    }

    @GET
    public ArrayNode all() {
        Set<Long> visible =
                services.permissionManager().getProjects(ProjectPermissions.BROWSE_PROJECTS, gate.caller()).stream()
                        .map(Project::getId)
                        .collect(Collectors.toSet());
        ArrayNode all = Shapes.array();
        services.data().projects().all().stream()
                .filter(project -> visible.contains(project.id()) && !project.isArchived())
                .forEach(project -> all.add(shapes.project(project)));
        return all;
    }

    @GET
    @Path("{project}")
    public ObjectNode one(@PathParam("project") String keyOrId) {
        ProjectRow project = gate.project(keyOrId);
        ObjectNode json = shapes.project(project).put("description", Shapes.text(project.description()));
        json.set("lead", shapes.user(project.lead()));
        ArrayNode components = json.putArray("components");
        services.data().projects().components(project.id()).forEach(each -> components.add(shapes.component(each)));
        ArrayNode types = json.putArray("issueTypes");
        services.data()
                .projects()
                .typeIds(project.id())
                .forEach(id -> types.add(
                        shapes.type(services.data().constants().types().get(id))));
        ArrayNode versions = json.putArray("versions");
        services.data().projects().versions(project.id()).forEach(each -> versions.add(shapes.version(each)));
        return json.put("archived", project.isArchived());
    }

    @POST
    public Response create(JsonNode body) {
        gate.requireAdministrator();
        String key = body.path("key").asText("");
        String name = body.path("name").asText("");
        TreeMap<String, String> errors = new TreeMap<>();
        if (!key.matches("[A-Z][A-Z0-9_]{1,9}")) {
            errors.put(
                    "projectKey",
                    "Project keys must start with an uppercase letter, followed by one or more uppercase"
                            + " alphanumeric characters.");
        } else if (services.data().projects().findByAnyKey(key).isPresent()) {
            errors.put("projectKey", "Project '" + key + "' uses this project key.");
        }
        if (name.isBlank()) {
            errors.put("projectName", "You must specify a valid project name.");
        } else if (services.data().projects().all().stream()
                .anyMatch(each -> each.name().equalsIgnoreCase(name))) {
            errors.put("projectName", "A project with that name already exists.");
        }
        String lead = lead(body, errors, gate.caller().getKey());
        if (!errors.isEmpty()) {
            throw RestError.fields(errors);
        }
        Project project = services.projectDesk()
                .create(key, name, body.path("description").asText(""), lead, gate.caller());
        ObjectNode json = shapes.self("/project/" + project.getId())
                .put("id", project.getId())
                .put("key", key);
        return Response.status(201).entity(json).build();
    }

    private String lead(JsonNode body, TreeMap<String, String> errors, String otherwise) {
        String lead = body.path("lead").asText(otherwise);
        ApplicationUser user = services.userManager().getUserByName(lead);
        if (user == null) {
            errors.put("projectLead", "You must specify a valid project lead.");
        }
        return lead;
    }

    @PUT
    @Path("{project}")
    public ObjectNode update(@PathParam("project") String keyOrId, JsonNode body) {
        ProjectRow before = gate.project(keyOrId);
        gate.require(ProjectPermissions.ADMINISTER_PROJECTS, before.id(), "administer");
        String key = body.path("key").asText(before.key());
        TreeMap<String, String> errors = new TreeMap<>();
        boolean isTaken = services.data()
                .projects()
                .findByAnyKey(key)
                .filter(other -> other.id() != before.id())
                .isPresent();
        if (!key.matches("[A-Z][A-Z0-9_]{1,9}") || isTaken) {
            errors.put("projectKey", "Project key '" + key + "' cannot be used.");
        }
        String lead = lead(body, errors, before.lead());
        if (!errors.isEmpty()) {
            throw RestError.fields(errors);
        }
        String name = body.path("name").asText(before.name());
        String description = body.path("description").asText(before.description());
        services.projectDesk()
                .update(new ProjectRow(before.id(), key, name, description, lead, before.isArchived()), gate.caller());
        return one("" + before.id());
    }

    @PUT
    @Path("{project}/archive")
    public Response archive(@PathParam("project") String keyOrId) {
        return setArchived(keyOrId, true);
    }

    @PUT
    @Path("{project}/restore")
    public Response restore(@PathParam("project") String keyOrId) {
        return setArchived(keyOrId, false);
    }

    /** The host's own, where Jira has permission schemes: {@code ["pmo", "exec"]}, who alone may browse it and work in it. */
    @PUT
    @Path("{project}/closed-to")
    public Response closeTo(@PathParam("project") String keyOrId, List<String> users) {
        gate.requireAdministrator();
        services.data().grants().closeTo(gate.project(keyOrId).id(), users);
        return Response.noContent().build();
    }

    private Response setArchived(String keyOrId, boolean isArchived) {
        gate.requireAdministrator();
        ProjectRow before = gate.project(keyOrId);
        // through the store: no source names an event for archiving, so none is published
        services.data()
                .projects()
                .update(new ProjectRow(
                        before.id(), before.key(), before.name(), before.description(), before.lead(), isArchived));
        return Response.noContent().build();
    }

    @DELETE
    @Path("{project}")
    public Response delete(@PathParam("project") String keyOrId) {
        gate.requireAdministrator();
        services.projectDesk().delete(gate.project(keyOrId).id(), gate.caller());
        return Response.noContent().build();
    }
}

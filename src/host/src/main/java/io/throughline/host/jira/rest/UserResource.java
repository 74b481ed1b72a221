package io.throughline.host.jira.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.throughline.host.jira.service.JiraServices;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

/** {@code user}: one by name or key, and a search by beginning. */
@Path("/user")
@Produces(MediaType.APPLICATION_JSON)
public final class UserResource {
    private static final int MOST = 1000;

    private final JiraServices services;
    private final Shapes shapes;

    UserResource(JiraServices services, Shapes shapes) {
        this.services = services;
        this.shapes = shapes;
    }

    @GET
    public JsonNode one(@QueryParam("username") String username, @QueryParam("key") String key) {
        String wanted = username == null ? key : username;
        if (wanted == null) {
            throw RestError.of(400, "Either the 'username' or the 'key' query parameters need to be provided");
        }
        if (services.userManager().getUserByName(wanted) == null) {
            throw RestError.of(404, "The user named '" + wanted + "' does not exist");
        }
        return shapes.user(wanted);
    }

    @GET
    @Path("search")
    public ArrayNode search(
            @QueryParam("username") @DefaultValue("") String prefix,
            @QueryParam("maxResults") @DefaultValue("50") int maxResults) {
        ArrayNode found = Shapes.array();
        String start = prefix.equals(".") ? "" : prefix; // Jira's own way to ask for everybody
        services.data()
                .people()
                .search(start, Math.min(maxResults, MOST))
                .forEach(person -> found.add(shapes.user(person.key())));
        return found;
    }
}

package io.throughline.host.jira.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.throughline.host.jira.jql.JqlError;
import io.throughline.host.jira.jql.JqlParser;
import io.throughline.host.jira.model.Filters;
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
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** {@code filter}: create, read, change, delete, and {@code favourite} for all that the caller sees. */
@Path("/filter")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class FilterResource {
    private static final int LONGEST_NAME = 255;

    private final JiraServices services;
    private final Shapes shapes;
    private final Filters filters;

    FilterResource(JiraServices services, Shapes shapes) {
        this.services = services;
        this.shapes = shapes;
        this.filters = new Filters(services.data().jdbi());
    }

    @GET
    @Path("favourite")
    public ArrayNode favourite() {
        ArrayNode all = Shapes.array();
        filters.seenBy(caller()).forEach(filter -> all.add(json(filter)));
        return all;
    }

    @GET
    @Path("{id}")
    public ObjectNode one(@PathParam("id") long id) {
        return json(seen(id));
    }

    @POST
    public ObjectNode create(JsonNode body) {
        String name = name(body, "");
        String jql = jql(body, "");
        return filters.create(
                        name,
                        body.path("description").asText(""),
                        jql,
                        caller(),
                        body.path("sharePermissions").size() > 0)
                .map(this::json)
                .orElseThrow(FilterResource::nameIsTaken);
    }

    @PUT
    @Path("{id}")
    public ObjectNode update(@PathParam("id") long id, JsonNode body) {
        Filters.Filter before = own(id);
        Filters.Filter after = new Filters.Filter(
                id,
                name(body, before.name()),
                body.path("description").asText(before.description()),
                jql(body, before.jql()),
                before.owner(),
                body.has("sharePermissions") ? body.path("sharePermissions").size() > 0 : before.shared());
        if (!filters.update(after)) {
            throw nameIsTaken();
        }
        return json(after);
    }

    @DELETE
    @Path("{id}")
    public Response delete(@PathParam("id") long id) {
        filters.delete(own(id).id());
        return Response.noContent().build();
    }

    private Filters.Filter seen(long id) {
        return filters.find(id)
                .filter(filter -> filter.isSeenBy(caller()))
                .orElseThrow(
                        () -> RestError.of(
                                400,
                                "The selected filter is not available to you, perhaps it has been deleted or had its permissions changed."));
    }

    private Filters.Filter own(long id) {
        Filters.Filter filter = seen(id);
        if (!filter.owner().equals(caller())) {
            throw RestError.of(400, "Filter can only be changed by its owner.");
        }
        return filter;
    }

    private static String name(JsonNode body, String otherwise) {
        String name = body.path("name").asText(otherwise).strip();
        if (name.isEmpty()) {
            throw RestError.field("filterName", "You must specify a name to save this search as.");
        }
        if (name.length() > LONGEST_NAME) {
            throw RestError.field("filterName", "The entered filter name is too long, it must be less than 255 chars.");
        }
        return name;
    }

    private static RestError nameIsTaken() {
        return RestError.field("filterName", "Filter with same name already exists.");
    }

    private String jql(JsonNode body, String otherwise) {
        String jql = body.path("jql").asText(otherwise);
        try {
            JqlParser.parse(jql);
            return jql;
        } catch (JqlError error) {
            throw new RestError(400, error.messages(), Map.of());
        }
    }

    private String caller() {
        return services.authenticationContext().getLoggedInUser().getKey();
    }

    private ObjectNode json(Filters.Filter filter) {
        String query = URLEncoder.encode(filter.jql(), StandardCharsets.UTF_8);
        ObjectNode json = Shapes.object()
                .put("self", shapes.baseUrl() + "/rest/api/2/filter/" + filter.id())
                .put("id", "" + filter.id())
                .put("name", filter.name())
                .put("description", filter.description());
        json.set("owner", shapes.user(filter.owner()));
        json.put("jql", filter.jql())
                .put("viewUrl", shapes.baseUrl() + "/issues/?filter=" + filter.id())
                .put("searchUrl", shapes.baseUrl() + "/rest/api/2/search?jql=" + query)
                .put("favourite", filter.owner().equals(caller()));
        ArrayNode shared = json.putArray("sharePermissions");
        if (filter.shared()) {
            shared.addObject().put("type", "authenticated");
        }
        return json;
    }
}

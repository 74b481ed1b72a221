package io.throughline.host.confluence.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.throughline.host.confluence.content.Wiki;
import io.throughline.host.confluence.content.WikiRefusal;
import io.throughline.host.confluence.content.WikiSpace;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** {@code /rest/api/space}. */
@Path("/space")
@Produces(MediaType.APPLICATION_JSON)
public final class SpaceResource {

    private final Wiki wiki;
    private final WikiJson json;
    private final Caller caller;

    SpaceResource(Wiki wiki, WikiJson json, Caller caller) {
        this.wiki = wiki;
        this.json = json;
        this.caller = caller;
    }

    @GET
    public ObjectNode list(
            @QueryParam("spaceKey") List<String> keys,
            @QueryParam("expand") @DefaultValue("") String expand,
            @QueryParam("start") @DefaultValue("0") int start,
            @QueryParam("limit") @DefaultValue("25") int limit)
            throws WikiRefusal {
        caller.name();
        Window window = new Window(start, limit);
        List<ObjectNode> spaces = wiki.spaces().stream()
                .filter(space -> keys.isEmpty() || keys.contains(space.key()))
                .skip(window.start())
                .limit(window.limit())
                .map(space -> json.space(space, Expand.of(expand)))
                .toList();
        return json.list("/rest/api/space", spaces, window.start(), window.limit());
    }

    @GET
    @Path("/{key}")
    public ObjectNode get(@PathParam("key") String key, @QueryParam("expand") @DefaultValue("") String expand)
            throws WikiRefusal {
        caller.name();
        return json.space(find(wiki, key), Expand.of(expand));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public ObjectNode create(JsonNode body) throws WikiRefusal {
        String user = caller.name();
        if (body == null || !body.hasNonNull("key") || !body.hasNonNull("name")) {
            throw new WikiRefusal(WikiRefusal.Kind.BAD_REQUEST, "A space needs a key and a name");
        }
        String description = body.at("/description/plain/value").asText("");
        WikiSpace made =
                wiki.createSpace(body.get("key").asText(), body.get("name").asText(), description, user);
        return json.space(made, Expand.of("description.plain,homepage"));
    }

    static WikiSpace find(Wiki wiki, String key) throws WikiRefusal {
        return wiki.space(key)
                .orElseThrow(() -> new WikiRefusal(WikiRefusal.Kind.NOT_FOUND, "No space with key : " + key));
    }
}

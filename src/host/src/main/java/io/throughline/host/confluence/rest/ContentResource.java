package io.throughline.host.confluence.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.throughline.host.confluence.content.PageChange;
import io.throughline.host.confluence.content.Wiki;
import io.throughline.host.confluence.content.WikiPage;
import io.throughline.host.confluence.content.WikiRefusal;
import io.throughline.host.confluence.content.WikiSpace;
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
import java.util.List;
import java.util.Optional;

/** {@code /rest/api/content}: pages. Blog posts, comments and attachments are not there. */
@Path("/content")
@Produces(MediaType.APPLICATION_JSON)
public final class ContentResource {

    private static final String ONE = "history,space,version";
    private static final String WRITTEN = "body.storage,history,space,version,ancestors";

    private final Wiki wiki;
    private final WikiJson json;
    private final Caller caller;

    ContentResource(Wiki wiki, WikiJson json, Caller caller) {
        this.wiki = wiki;
        this.json = json;
        this.caller = caller;
    }

    @GET
    public ObjectNode list(
            @QueryParam("spaceKey") @DefaultValue("") String spaceKey,
            @QueryParam("title") String title,
            @QueryParam("expand") @DefaultValue("") String expand,
            @QueryParam("start") @DefaultValue("0") int start,
            @QueryParam("limit") @DefaultValue("25") int limit)
            throws WikiRefusal {
        caller.name();
        Window window = new Window(start, limit);
        List<WikiPage> pages;
        if (title == null) {
            pages = wiki.pages(spaceKey, window.start(), window.limit());
        } else {
            if (spaceKey.isEmpty()) {
                throw refused("A title needs a spaceKey beside it");
            }
            Optional<WikiPage> found = wiki.page(spaceKey, title);
            pages = window.start() == 0 ? found.map(List::of).orElse(List.of()) : List.of();
        }
        List<ObjectNode> results =
                pages.stream().map(page -> json.page(page, Expand.of(expand))).toList();
        return json.list("/rest/api/content", results, window.start(), window.limit());
    }

    /** Only by the macros on a page. */
    @GET
    @Path("/search")
    public ObjectNode search(
            @QueryParam("cql") @DefaultValue("") String cql,
            @QueryParam("expand") @DefaultValue("") String expand,
            @QueryParam("start") @DefaultValue("0") int start,
            @QueryParam("limit") @DefaultValue("25") int limit)
            throws WikiRefusal {
        caller.name();
        Window window = new Window(start, limit);
        List<ObjectNode> results =
                wiki.pagesWithMacros(MacroQuery.of(cql).macros(), window.start(), window.limit()).stream()
                        .map(page -> json.page(page, Expand.of(expand)))
                        .toList();
        return json.list("/rest/api/content/search", results, window.start(), window.limit());
    }

    @GET
    @Path("/{id}")
    public ObjectNode get(@PathParam("id") String id, @QueryParam("expand") @DefaultValue(ONE) String expand)
            throws WikiRefusal {
        caller.name();
        return json.page(find(id), Expand.of(expand));
    }

    @GET
    @Path("/{id}/child/page")
    public ObjectNode children(@PathParam("id") String id, @QueryParam("expand") @DefaultValue("") String expand)
            throws WikiRefusal {
        caller.name();
        List<ObjectNode> results = wiki.children(find(id)).stream()
                .map(page -> json.page(page, Expand.of(expand)))
                .toList();
        return json.list("/rest/api/content/" + id + "/child/page", results, 0, results.size());
    }

    /** Answers 200, as Confluence does, and not 201. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public ObjectNode create(JsonNode body, @QueryParam("expand") @DefaultValue(WRITTEN) String expand)
            throws WikiRefusal {
        String user = caller.name();
        requirePage(body);
        WikiSpace space = SpaceResource.find(wiki, body.at("/space/key").asText(""));
        PageChange page = new PageChange(
                body.path("title").asText(""),
                parent(body).orElse(space.homePage()),
                storage(body).orElse(""),
                body.at("/version/message").asText(""));
        return json.page(wiki.createPage(space, page, user), Expand.of(expand));
    }

    @PUT
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    public ObjectNode update(
            @PathParam("id") String id, JsonNode body, @QueryParam("expand") @DefaultValue(WRITTEN) String expand)
            throws WikiRefusal {
        String user = caller.name();
        requirePage(body);
        WikiPage old = find(id);
        if (!body.at("/version/number").isInt()) {
            throw refused("Must supply an incremented version when updating Content. No version supplied.");
        }
        PageChange change = new PageChange(
                body.path("title").asText(old.title()),
                parent(body).orElse(old.parent()),
                storage(body).orElse(old.body()),
                body.at("/version/message").asText(""));
        int version = body.at("/version/number").asInt();
        return json.page(wiki.updatePage(old.id(), version, change, user), Expand.of(expand));
    }

    @DELETE
    @Path("/{id}")
    public void delete(@PathParam("id") String id) throws WikiRefusal {
        caller.name();
        wiki.trashPage(find(id).id());
    }

    private WikiPage find(String id) throws WikiRefusal {
        Optional<WikiPage> page = id.matches("\\d{1,18}") ? wiki.page(Long.parseLong(id)) : Optional.empty();
        return page.orElseThrow(() ->
                new WikiRefusal(WikiRefusal.Kind.NOT_FOUND, "No content found with id: ContentId{id=" + id + "}"));
    }

    private static void requirePage(JsonNode body) throws WikiRefusal {
        if (body == null || !body.isObject()) {
            throw refused("A JSON object is needed");
        }
        if (!body.path("type").asText("page").equals("page")) {
            throw refused("This host keeps pages only, not content of type "
                    + body.path("type").asText());
        }
    }

    /** The last of the ancestors is the one right above. */
    private static Optional<Long> parent(JsonNode body) throws WikiRefusal {
        JsonNode ancestors = body.path("ancestors");
        if (!ancestors.isArray() || ancestors.isEmpty()) {
            return Optional.empty();
        }
        String id = ancestors.get(ancestors.size() - 1).path("id").asText("");
        if (!id.matches("\\d{1,18}")) {
            throw refused("The parent ID specified does not exist: " + id);
        }
        return Optional.of(Long.parseLong(id));
    }

    private static Optional<String> storage(JsonNode body) throws WikiRefusal {
        JsonNode given = body.path("body");
        if (given.isMissingNode()) {
            return Optional.empty();
        }
        JsonNode storage = given.path("storage");
        if (!storage.path("value").isTextual()
                || !storage.path("representation").asText("storage").equals("storage")) {
            throw refused("A body needs body.storage.value with representation storage");
        }
        return Optional.of(storage.path("value").asText());
    }

    private static WikiRefusal refused(String message) {
        return new WikiRefusal(WikiRefusal.Kind.BAD_REQUEST, message);
    }
}

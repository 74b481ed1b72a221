package io.throughline.host.jira.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.throughline.host.jira.model.People;
import io.throughline.host.jira.service.JiraServices;
import io.throughline.host.web.Html;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Locale;

/** {@code user}: one by name or key, a search by beginning, and the picker of user fields. */
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

    /** What Jira's own user fields ask while one types: names with what was found in them set bold. */
    @GET
    @Path("picker")
    public ObjectNode picker(
            @QueryParam("query") @DefaultValue("") String query,
            @QueryParam("maxResults") @DefaultValue("50") int maxResults,
            @QueryParam("exclude") List<String> exclude) {
        ObjectNode json = Shapes.object();
        ArrayNode users = json.putArray("users");
        List<People.Person> found = services.data().people().search(query.strip(), MOST).stream()
                .filter(person -> !exclude.contains(person.key()))
                .toList();
        int shown = Math.max(0, Math.min(maxResults, found.size()));
        found.subList(0, shown)
                .forEach(person -> users.addObject()
                        .put("name", person.key())
                        .put("key", person.key())
                        .put("html", marked(person, query.strip()))
                        .put("displayName", person.displayName()));
        return json.put("total", found.size())
                .put("header", "Showing " + shown + " of " + found.size() + " matching users");
    }

    private static String marked(People.Person person, String query) {
        return marked(person.displayName(), query) + " (" + marked(person.key(), query) + ")";
    }

    private static String marked(String text, String query) {
        boolean begins = !query.isEmpty() && text.toLowerCase(Locale.ROOT).startsWith(query.toLowerCase(Locale.ROOT));
        int length = begins ? query.length() : 0;
        String bold = begins ? "<strong>" + Html.escape(text.substring(0, length)) + "</strong>" : "";
        return bold + Html.escape(text.substring(length));
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

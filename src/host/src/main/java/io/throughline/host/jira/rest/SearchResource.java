package io.throughline.host.jira.rest;

import com.atlassian.jira.user.ApplicationUser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.throughline.host.jira.jql.JqlError;
import io.throughline.host.jira.jql.JqlParser;
import io.throughline.host.jira.jql.JqlSearch;
import io.throughline.host.jira.rest.IssueShapes.FieldChoice;
import io.throughline.host.jira.service.JiraServices;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** {@code search}: JQL, at most 1,000 issues a page, nothing behind the 10,000th. */
@Path("/search")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class SearchResource {
    private static final int MOST = 1000;

    private final JiraServices services;
    private final IssueShapes shapes;
    private final JqlSearch search;

    SearchResource(JiraServices services, IssueShapes shapes) {
        this.services = services;
        this.shapes = shapes;
        this.search = new JqlSearch(services.data(), services.functions());
    }

    @GET
    public ObjectNode get(
            @QueryParam("jql") @DefaultValue("") String jql,
            @QueryParam("startAt") @DefaultValue("0") int startAt,
            @QueryParam("maxResults") @DefaultValue("50") int maxResults,
            @QueryParam("fields") List<String> fields) {
        return page(jql, startAt, maxResults, FieldChoice.of(fields));
    }

    @POST
    public ObjectNode post(JsonNode body) {
        List<String> fields = new ArrayList<>();
        body.path("fields").forEach(field -> fields.add(field.asText()));
        return page(
                body.path("jql").asText(""),
                body.path("startAt").asInt(0),
                body.path("maxResults").asInt(50),
                FieldChoice.of(fields));
    }

    private ObjectNode page(String jql, int startAt, int maxResults, FieldChoice fields) {
        ApplicationUser searcher = services.authenticationContext().getLoggedInUser();
        int start = Math.max(0, startAt);
        int max = Math.max(0, Math.min(maxResults, MOST));
        try {
            JqlSearch.Page page = search.search(searcher, JqlParser.parse(jql), start, max, false);
            ObjectNode json = Shapes.object()
                    .put("expand", "names,schema")
                    .put("startAt", start)
                    .put("maxResults", max)
                    .put("total", page.total());
            json.set("issues", shapes.issues(services.data().issues().find(page.ids()), fields));
            return json;
        } catch (JqlError error) {
            throw new RestError(400, error.messages(), Map.of());
        }
    }
}

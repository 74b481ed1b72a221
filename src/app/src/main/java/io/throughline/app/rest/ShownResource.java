package io.throughline.app.rest;

import com.atlassian.plugins.rest.api.security.annotation.UnrestrictedAccess;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.throughline.app.edit.Refused;
import io.throughline.app.shown.Shown;
import io.throughline.app.shown.ShownPages;
import io.throughline.app.store.Json;
import io.throughline.core.strategy.Kpi;
import io.throughline.core.strategy.Plan;
import io.throughline.core.strategy.StrategyModel;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.stream.Collectors;

/** Where Confluence shows a thing. Unrestricted for the platform, because {@link Edge} turns callers away. */
@Consumes(MediaType.APPLICATION_JSON)
@Path("/shown")
@UnrestrictedAccess
public class ShownResource {
    private final Calls calls;
    private final ShownPages pages;

    @Inject
    public ShownResource(Calls calls, ShownPages pages) {
        this.calls = calls;
        this.pages = pages;
    }

    /** The Confluence pages that show a plan, objective or KPI, as far as the caller may see them there. */
    @GET
    @Path("{key}")
    public Response shown(@PathParam("key") String key) {
        return calls.edge().viewing(caller -> {
            StrategyModel model = calls.store().model();
            Plan plan = model.planOf(key).orElseThrow(() -> Refused.absent(key));
            Shown shown = pages.of(new ShownPages.Thing(
                    key, model.kpisOf(key).stream().map(Kpi::key).collect(Collectors.toSet()), plan.key()));
            ObjectNode json =
                    Json.object().put("key", key).put("state", shown.state().name());
            json.put("confluence", shown.confluence());
            json.put("authorise", shown.way() == null ? null : shown.way().toString());
            ArrayNode values = json.putArray("values");
            shown.pages()
                    .forEach(page -> values.addObject()
                            .put("title", page.title())
                            .put("space", page.space())
                            .put("url", page.url())
                            .put("via", page.via().name()));
            return Answers.ok(json.put("isAll", shown.isAll()));
        });
    }
}

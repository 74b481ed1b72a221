package io.throughline.app.rest;

import com.atlassian.plugins.rest.api.security.annotation.UnrestrictedAccess;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.throughline.app.live.OpenWorkNow;
import io.throughline.app.live.WorkReading;
import io.throughline.app.store.Json;
import io.throughline.core.strategy.Plan;
import io.throughline.core.strategy.SizeMeasure;
import io.throughline.core.strategy.StrategyModel;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;

/** How much of the open work serves the strategy. Unrestricted for the platform, because {@link Edge} decides. */
@Consumes(MediaType.APPLICATION_JSON)
@Path("/coverage")
@UnrestrictedAccess
public class CoverageResource {
    private final Calls calls;
    private final WorkReading work;

    @Inject
    public CoverageResource(Calls calls, WorkReading work) {
        this.calls = calls;
        this.work = work;
    }

    /** In the plan's measure and scope; without a plan everywhere, in items. */
    @GET
    public Response coverage(@Context UriInfo uri) {
        return calls.edge().viewing(caller -> {
            Query query = new Query(uri);
            Optional<String> plan = query.text("plan");
            query.check();
            StrategyModel model = calls.store().model();
            plan.ifPresent(key -> OrphansResource.requirePlan(model, key));
            WorkResource.requireReady(work);
            OpenWorkNow now = work.orphans(model, plan.orElse(null), caller).coverage();
            SizeMeasure measure =
                    plan.flatMap(model::plan).map(Plan::sizeMeasure).orElse(SizeMeasure.COUNT);
            ObjectNode json = Json.object().put("sizeMeasure", measure.name());
            json.set("open", Blocks.json(now.total()));
            ArrayNode projects = json.putArray("projects");
            now.projects()
                    .forEach((key, part) -> projects.addObject().put("key", key).setAll(Blocks.json(part)));
            ArrayNode themes = json.putArray("themes");
            now.themes()
                    .forEach(
                            (key, aligned) -> themes.addObject().put("key", key).set("aligned", Json.number(aligned)));
            return Answers.ok(json);
        });
    }
}

package io.throughline.app.rest;

import com.atlassian.plugins.rest.api.security.annotation.UnrestrictedAccess;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.throughline.app.daily.History;
import io.throughline.app.edit.Refused;
import io.throughline.app.live.OpenWorkNow;
import io.throughline.app.live.WorkReading;
import io.throughline.app.store.Json;
import io.throughline.core.coverage.Coverage;
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
    private static final int USUAL_WEEKS = 26;
    private static final int MOST_WEEKS = 260;

    private final WorkReading work;
    private final History history;

    @Inject
    public CoverageResource(Calls calls, WorkReading work, History history) {
        this.history = history;
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

    /** The same four by week, from the daily snapshots; of one project if asked, and only if the caller may browse it. */
    @GET
    @Path("history")
    public Response history(@Context UriInfo uri) {
        return calls.edge().viewing(caller -> {
            Query query = new Query(uri);
            Optional<String> plan = query.text("plan");
            Optional<String> project = query.text("project");
            int weeks = query.whole("weeks", 1, MOST_WEEKS, USUAL_WEEKS);
            if (plan.isEmpty()) {
                query.wrong("plan", "required.key", "PLAN-1");
            }
            query.check();
            String key = plan.orElseThrow();
            OrphansResource.requirePlan(calls.store().model(), key);
            Optional<String> shown = project.flatMap(calls.lookups(caller)::project);
            if (project.isPresent() && shown.isEmpty()) {
                throw Refused.absent(project.get());
            }
            ObjectNode json = Json.object().put("plan", key).put("project", shown.orElse(null));
            ArrayNode values = json.putArray("weeks");
            for (History.OpenWeek each : history.open(key, calls.today(), weeks)) {
                Coverage part = shown.isEmpty()
                        ? each.open().total()
                        : each.open().projects().getOrDefault(shown.get(), new Coverage(0, 0, 0, 0));
                ObjectNode week = values.addObject().put("day", each.day().toString());
                week.setAll(Blocks.json(part));
                if (shown.isEmpty()) {
                    ObjectNode counts = week.putObject("orphans");
                    each.open().orphans().forEach((kind, count) -> counts.put(kind.name(), count));
                }
                week.put("filled", each.filled());
            }
            return Answers.ok(json);
        });
    }
}

package io.throughline.app.rest;

import com.atlassian.plugins.rest.api.security.annotation.UnrestrictedAccess;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.throughline.app.daily.History;
import io.throughline.app.edit.Lookups;
import io.throughline.app.edit.Refused;
import io.throughline.app.live.OpenWorkNow;
import io.throughline.app.live.OrphanDesk;
import io.throughline.app.live.ServedByProject;
import io.throughline.app.live.WorkReading;
import io.throughline.app.store.Json;
import io.throughline.app.web.Languages;
import io.throughline.core.coverage.Coverage;
import io.throughline.core.strategy.Objective;
import io.throughline.core.strategy.Plan;
import io.throughline.core.strategy.SizeMeasure;
import io.throughline.core.strategy.StrategyModel;
import io.throughline.core.strategy.Theme;
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
    /** Links named for one objective; how many there are is said. */
    private static final int MOST_LINKS = 5;

    private final WorkReading work;
    private final History history;
    private final Languages languages;

    @Inject
    public CoverageResource(Calls calls, WorkReading work, History history, Languages languages) {
        this.history = history;
        this.languages = languages;
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

    /** Which objectives of a plan the work of a project serves, how much of it, and through which links. */
    @GET
    @Path("serving")
    public Response serving(@Context UriInfo uri) {
        return calls.edge().viewing(caller -> {
            Query query = new Query(uri);
            String plan = required(query, "plan", "PLAN-1");
            String asked = required(query, "project", "ABC");
            query.check();
            StrategyModel model = calls.store().model();
            OrphansResource.requirePlan(model, plan);
            Lookups lookups = calls.lookups(caller);
            String project = lookups.project(asked).orElseThrow(() -> Refused.absent(asked));
            WorkResource.requireReady(work);
            OrphanDesk desk = work.orphans(model, plan, caller);
            Blocks blocks = new Blocks(work.plan(model, plan, caller), languages.ofReader());
            Views views = new Views(model, lookups);
            ObjectNode json = Json.object().put("plan", plan).put("project", project);
            json.put("sizeMeasure", model.plan(plan).orElseThrow().sizeMeasure().name());
            Coverage none = new Coverage(0, 0, 0, 0);
            json.set("open", Blocks.json(desk.coverage().projects().getOrDefault(project, none)));
            ArrayNode objectives = json.putArray("objectives");
            desk.serving(project).forEach(each -> objectives.add(served(each, model, views, blocks)));
            return Answers.ok(json);
        });
    }

    private static String required(Query query, String name, String example) {
        Optional<String> text = query.text(name);
        if (text.isEmpty()) {
            query.wrong(name, "required.key", example);
        }
        return text.orElse("");
    }

    private static ObjectNode served(ServedByProject served, StrategyModel model, Views views, Blocks blocks) {
        String key = served.objective();
        ObjectNode json = Json.object().put("key", key);
        json.put("name", model.objective(key).map(Objective::name).orElse(null));
        json.put("theme", model.themeOf(key).map(Theme::name).orElse(null));
        json.set("openSize", Json.number(served.openSize()));
        json.set("size", Json.number(served.size()));
        json.set("share", blocks.shareOfDelivery(served.size(), key));
        ArrayNode through = json.putArray("through");
        served.links().stream()
                .limit(MOST_LINKS)
                .flatMap(id -> model.link(id).stream())
                .forEach(link -> through.add(views.target(link.target())));
        json.put("links", served.links().size());
        blocks.addTo(json, key);
        return json;
    }

    /** The same four by week, from the daily snapshots; of one project if asked, and only if the caller may browse it. */
    @GET
    @Path("history")
    public Response history(@Context UriInfo uri) {
        return calls.edge().viewing(caller -> {
            Query query = new Query(uri);
            String key = required(query, "plan", "PLAN-1");
            Optional<String> project = query.text("project");
            int weeks = query.whole("weeks", 1, MOST_WEEKS, USUAL_WEEKS);
            query.check();
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

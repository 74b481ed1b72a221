package io.throughline.app.rest;

import com.atlassian.plugins.rest.api.security.annotation.UnrestrictedAccess;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.throughline.app.access.Caller;
import io.throughline.app.map.MapLayouts;
import io.throughline.app.map.MapStructure;
import io.throughline.app.rest.ScorecardView.GroupBy;
import io.throughline.app.store.Json;
import io.throughline.app.web.Language;
import io.throughline.app.web.Languages;
import io.throughline.core.strategy.Objective;
import io.throughline.core.strategy.Plan;
import io.throughline.core.strategy.StrategyModel;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.LocalDate;
import java.util.Optional;

/** Plans. Unrestricted for the platform, because {@link Edge} turns callers away in the contract's words. */
@Consumes(MediaType.APPLICATION_JSON)
@Path("/plans")
@UnrestrictedAccess
public class PlansResource extends PlacedObjects<Plan> {
    private final Moments moments;
    private final Languages languages;
    private final Freshness freshness;
    private final KpiRows rows;
    private final MapLayouts maps;
    private final PlanChanges changes;

    @Inject
    public PlansResource(
            Calls calls, Moments moments, Languages languages, Freshness freshness, KpiRows rows, MapLayouts maps) {
        super(new PlanShape(), calls);
        this.moments = moments;
        this.languages = languages;
        this.freshness = freshness;
        this.rows = rows;
        this.maps = maps;
        this.changes = new PlanChanges(calls);
    }

    /** The plan with all that is in it, or {@code around} one objective; {@code asOf} a past day as it was then. */
    @GET
    @Path("{key}/tree")
    public Response tree(@PathParam("key") String key, @Context HttpHeaders headers, @Context UriInfo uri) {
        return calls().edge().viewing(caller -> {
            Query query = new Query(uri);
            String around = query.text("around").orElse("");
            Moments.Moment moment = moments.of(query);
            StrategyModel model = moment.model();
            Plan plan = moment.find(shape(), key);
            Objective only = around.isEmpty() ? null : objectiveOf(plan, moment, around);
            Language language = languages.ofReader();
            String stamp = stamp("tree " + around, key, moment, caller, language);
            return freshness.answer(headers, stamp, "at", () -> {
                Blocks blocks = new Blocks(moment.plan(key, caller), language);
                Views views = new Views(model, calls().lookups(caller));
                // a past day's would push out those of now
                TreeView view =
                        new TreeView(model, views, blocks, Optional.of(rows).filter(kept -> moment.isNow()));
                ObjectNode tree = only == null ? view.plan(plan) : view.around(plan, only);
                moment.addTo(tree, key, language);
                return tree;
            });
        });
    }

    private static Objective objectiveOf(Plan plan, Moments.Moment moment, String key) {
        StrategyModel model = moment.model();
        return model.objective(key)
                .filter(each -> model.planOf(each.key()).filter(plan::equals).isPresent())
                .orElseThrow(() -> moment.absentThen(key));
    }

    /** The tree as a sheet. */
    @GET
    @Path("{key}/tree.csv")
    public Response treeSheet(@PathParam("key") String key, @Context UriInfo uri) {
        return calls().edge().viewing(caller -> {
            Moments.Moment moment = moments.of(new Query(uri));
            Plan plan = moment.find(shape(), key);
            Language language = languages.ofReader();
            Blocks blocks = new Blocks(moment.plan(key, caller), language);
            Views views = new Views(moment.model(), calls().lookups(caller));
            ObjectNode tree = new TreeView(moment.model(), views, blocks).plan(plan);
            moment.addTo(tree, key, language);
            return Answers.csv(new PlanCsv(language).tree(tree), key + "-tree.csv");
        });
    }

    /** The scorecard as a sheet. */
    @GET
    @Path("{key}/scorecard.csv")
    public Response scorecardSheet(@PathParam("key") String key, @Context UriInfo uri) {
        return calls().edge().viewing(caller -> {
            Query query = new Query(uri);
            GroupBy by = query.choice("groupBy", GroupBy.class, GroupBy.THEME);
            Moments.Moment moment = moments.of(query);
            Plan plan = moment.find(shape(), key);
            Language language = languages.ofReader();
            Blocks blocks = new Blocks(moment.plan(key, caller), language);
            Views views = new Views(moment.model(), calls().lookups(caller));
            ScorecardView card = new ScorecardView(moment.model(), views, blocks, language);
            ObjectNode json = card.plan(plan, by, calls().now());
            moment.addTo(json, key, language);
            return Answers.csv(new PlanCsv(language).scorecard(json), key + "-scorecard.csv");
        });
    }

    /** The plan as rows in groups; {@code asOf} a past day as it was then. */
    @GET
    @Path("{key}/scorecard")
    public Response scorecard(@PathParam("key") String key, @Context HttpHeaders headers, @Context UriInfo uri) {
        return calls().edge().viewing(caller -> {
            Query query = new Query(uri);
            GroupBy by = query.choice("groupBy", GroupBy.class, GroupBy.THEME);
            Moments.Moment moment = moments.of(query);
            StrategyModel model = moment.model();
            Plan plan = moment.find(shape(), key);
            Language language = languages.ofReader();
            String stamp = stamp(by.name(), key, moment, caller, language);
            return freshness.answer(headers, stamp, "at", () -> {
                Blocks blocks = new Blocks(moment.plan(key, caller), language);
                Views views = new Views(model, calls().lookups(caller));
                ObjectNode card = new ScorecardView(model, views, blocks, language).plan(plan, by, calls().now());
                moment.addTo(card, key, language);
                return card;
            });
        });
    }

    /** The strategy map, laid out; {@code asOf} a past day as it was then. */
    @GET
    @Path("{key}/map")
    public Response map(@PathParam("key") String key, @Context HttpHeaders headers, @Context UriInfo uri) {
        return calls().edge().viewing(caller -> {
            Moments.Moment moment = moments.of(new Query(uri));
            StrategyModel model = moment.model();
            Plan plan = moment.find(shape(), key);
            Language language = languages.ofReader();
            String stamp = stamp("map", key, moment, caller, language);
            return freshness.answer(headers, stamp, "at", () -> {
                Blocks blocks = new Blocks(moment.plan(key, caller), language);
                Views views = new Views(model, calls().lookups(caller));
                MapStructure structure = MapStructure.of(model, key);
                ObjectNode map =
                        new MapView(model, views, blocks, structure, maps.of(structure)).plan(plan, calls().now());
                moment.addTo(map, key, language);
                return map;
            });
        });
    }

    /** How the plan stands, how it stood on an earlier day, and which objectives changed their signal in between. */
    @GET
    @Path("{key}/standing")
    public Response standing(@PathParam("key") String key, @Context UriInfo uri) {
        return calls().edge().viewing(caller -> {
            Query query = new Query(uri);
            LocalDate since = query.pastDay("since", moments.today());
            Moments.Moment moment = moments.of(query);
            LocalDate earlier = since == null ? moment.day().minusDays(PlanChanges.USUAL_DAYS) : since;
            if (earlier.isAfter(moment.day())) {
                query.wrong("since", "at-most", "asOf", moment.day());
            }
            query.check();
            Plan plan = moment.find(shape(), key);
            Language language = languages.ofReader();
            Views views = new Views(moment.model(), calls().lookups(caller));
            Blocks blocks = new Blocks(moment.plan(key, caller), language);
            StandingView now = new StandingView(moment.model(), key, blocks);
            ObjectNode json = Json.object().set("plan", views.plan(plan));
            json.put("at", calls().now().toString());
            json.put("modelVersion", moment.model().version());
            now.addTo(json);
            moment.addTo(json, key, language);
            blocks.addIndexing(json);
            json.put("since", earlier.toString());
            Moments.Moment then = moments.at(earlier);
            if (then.model().plan(key).isEmpty()) {
                return Answers.ok(json.putNull("before").putNull("changed"));
            }
            StandingView stood = new StandingView(then.model(), key, new Blocks(then.plan(key, caller), language));
            ObjectNode before = json.putObject("before");
            stood.addTo(before);
            then.addTo(before, key, language);
            now.addChangedSince(stood, json, views);
            return Answers.ok(json);
        });
    }

    /** What was changed about the plan between two days, newest first. */
    @GET
    @Path("{key}/changes")
    public Response changes(@PathParam("key") String key, @Context UriInfo uri) {
        return calls().edge().viewing(caller -> {
            Plan plan = Calls.find(shape(), calls().store().model(), key);
            return Answers.ok(changes.answer(plan, caller, uri));
        });
    }

    /**
     * What an answer about a plan depends on, whoever asks.
     *
     * @param what is asked, with all that narrows it
     */
    private String stamp(String what, String key, Moments.Moment moment, Caller caller, Language language) {
        return String.join(
                " ",
                what,
                key,
                language.locale().toLanguageTag(),
                moment.stamp(key, caller),
                Owners.stamp(moment.model(), key, calls().lookups(caller)));
    }
}

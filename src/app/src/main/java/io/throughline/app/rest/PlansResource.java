package io.throughline.app.rest;

import com.atlassian.plugins.rest.api.security.annotation.UnrestrictedAccess;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.throughline.app.rest.ScorecardView.GroupBy;
import io.throughline.app.web.Language;
import io.throughline.app.web.Languages;
import io.throughline.core.strategy.Plan;
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

/** Plans. Unrestricted for the platform, because {@link Edge} turns callers away in the contract's words. */
@Consumes(MediaType.APPLICATION_JSON)
@Path("/plans")
@UnrestrictedAccess
public class PlansResource extends PlacedObjects<Plan> {
    private final Moments moments;
    private final Languages languages;
    private final PlanParts parts;
    private final Freshness freshness;

    @Inject
    public PlansResource(Calls calls, Moments moments, Languages languages, PlanParts parts, Freshness freshness) {
        super(new PlanShape(), calls);
        this.moments = moments;
        this.languages = languages;
        this.parts = parts;
        this.freshness = freshness;
    }

    /** The plan with all that is in it, or {@code around} one objective; {@code asOf} a past day as it was then. */
    @GET
    @Path("{key}/tree")
    public Response tree(@PathParam("key") String key, @Context HttpHeaders headers, @Context UriInfo uri) {
        return calls().edge().viewing(caller -> freshness.answer(headers, parts.tree(key, new Query(uri), caller)));
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
        return calls().edge()
                .viewing(caller -> freshness.answer(headers, parts.scorecard(key, new Query(uri), caller)));
    }

    /** The strategy map, laid out; {@code asOf} a past day as it was then. */
    @GET
    @Path("{key}/map")
    public Response map(@PathParam("key") String key, @Context HttpHeaders headers, @Context UriInfo uri) {
        return calls().edge().viewing(caller -> freshness.answer(headers, parts.map(key, new Query(uri), caller)));
    }

    /** How the plan stands, how it stood on an earlier day, and which objectives changed their signal in between. */
    @GET
    @Path("{key}/standing")
    public Response standing(@PathParam("key") String key, @Context HttpHeaders headers, @Context UriInfo uri) {
        return calls().edge().viewing(caller -> freshness.answer(headers, parts.standing(key, new Query(uri), caller)));
    }

    /** What was changed about the plan between two days, newest first. */
    @GET
    @Path("{key}/changes")
    public Response changes(@PathParam("key") String key, @Context HttpHeaders headers, @Context UriInfo uri) {
        return calls().edge().viewing(caller -> freshness.answer(headers, parts.changes(key, new Query(uri), caller)));
    }
}

package io.throughline.app.rest;

import com.atlassian.plugins.rest.api.security.annotation.UnrestrictedAccess;
import io.throughline.app.live.WorkReading;
import io.throughline.app.rest.ScorecardView.GroupBy;
import io.throughline.app.web.Language;
import io.throughline.app.web.Languages;
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

/** Plans. Unrestricted for the platform, because {@link Edge} turns callers away in the contract's words. */
@Consumes(MediaType.APPLICATION_JSON)
@Path("/plans")
@UnrestrictedAccess
public class PlansResource extends PlacedObjects<Plan> {
    private final WorkReading work;
    private final Languages languages;
    private final Freshness freshness;

    @Inject
    public PlansResource(Calls calls, WorkReading work, Languages languages, Freshness freshness) {
        super(new PlanShape(), calls);
        this.work = work;
        this.languages = languages;
        this.freshness = freshness;
    }

    /** The plan with all that is in it. */
    @GET
    @Path("{key}/tree")
    public Response tree(@PathParam("key") String key, @Context HttpHeaders headers, @Context UriInfo uri) {
        return calls().edge().viewing(caller -> {
            refuseAsOf(uri);
            StrategyModel model = calls().store().model();
            Plan plan = Calls.find(shape(), model, key);
            Language language = languages.ofReader();
            String stamp =
                    String.join(" ", "tree", key, language.locale().toLanguageTag(), work.stamp(model, key, caller));
            return freshness.answer(headers, stamp, "at", () -> {
                Blocks blocks = new Blocks(work.plan(model, key, caller), language);
                return new TreeView(model, new Views(model, calls().lookups(caller)), blocks).plan(plan);
            });
        });
    }

    /** The plan as rows in groups. */
    @GET
    @Path("{key}/scorecard")
    public Response scorecard(@PathParam("key") String key, @Context HttpHeaders headers, @Context UriInfo uri) {
        return calls().edge().viewing(caller -> {
            refuseAsOf(uri);
            Query query = new Query(uri);
            GroupBy by = query.choice("groupBy", GroupBy.class, GroupBy.THEME);
            query.check();
            StrategyModel model = calls().store().model();
            Plan plan = Calls.find(shape(), model, key);
            Language language = languages.ofReader();
            String stamp =
                    String.join(" ", by.name(), key, language.locale().toLanguageTag(), work.stamp(model, key, caller));
            return freshness.answer(headers, stamp, "at", () -> {
                Blocks blocks = new Blocks(work.plan(model, key, caller), language);
                Views views = new Views(model, calls().lookups(caller));
                return new ScorecardView(model, views, blocks, language).plan(plan, by, calls().now());
            });
        });
    }

    /** Past days are not kept yet; today's numbers under another date would be a lie. */
    private static void refuseAsOf(UriInfo uri) {
        new Query(uri).absent("asOf");
    }
}

package io.throughline.app.rest;

import com.atlassian.plugins.rest.api.security.annotation.UnrestrictedAccess;
import io.throughline.app.edit.Achievement;
import io.throughline.app.live.WorkPage;
import io.throughline.app.live.WorkReading;
import io.throughline.core.strategy.Objective;
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

/** Objectives. Unrestricted for the platform, because {@link Edge} turns callers away in the contract's words. */
@Consumes(MediaType.APPLICATION_JSON)
@Path("/objectives")
@UnrestrictedAccess
public class ObjectivesResource extends PlacedObjects<Objective> {
    private final WorkReading work;
    private final CardParts cards;
    private final Freshness freshness;

    @Inject
    public ObjectivesResource(Calls calls, WorkReading work, CardParts cards, Freshness freshness) {
        super(new ObjectiveShape(new Achievement(work)), calls);
        this.work = work;
        this.cards = cards;
        this.freshness = freshness;
    }

    /** The objective with where it stands, its blocks and its KPIs; {@code asOf} a past day as it was then. */
    @GET
    @Path("{key}/card")
    public Response card(@PathParam("key") String key, @Context HttpHeaders headers, @Context UriInfo uri) {
        return calls().edge()
                .viewing(caller -> freshness.answer(headers, cards.objective(key, new Query(uri), caller)));
    }

    /** The items behind the number, those the caller may browse. */
    @GET
    @Path("{key}/work")
    public Response work(@PathParam("key") String key, @Context UriInfo uri) {
        return calls().edge().viewing(caller -> {
            Query query = new Query(uri);
            Page page = Page.of(query);
            query.check();
            StrategyModel model = calls().store().model();
            Calls.find(shape(), model, key);
            WorkResource.requireReady(work);
            WorkPage items = work.work(model, key, caller, page.start(), page.limit());
            return Answers.ok(page.of(
                    items.total(), items.rows().stream().map(WorkResource::item).toList()));
        });
    }
}

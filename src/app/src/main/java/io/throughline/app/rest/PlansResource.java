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
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;

/** Plans. Unrestricted for the platform, because {@link Edge} turns callers away in the contract's words. */
@Consumes(MediaType.APPLICATION_JSON)
@Path("/plans")
@UnrestrictedAccess
public class PlansResource {
    private final PlanShape shape = new PlanShape();
    private final Calls calls;
    private final WorkReading work;
    private final Languages languages;

    @Inject
    public PlansResource(Calls calls, WorkReading work, Languages languages) {
        this.calls = calls;
        this.work = work;
        this.languages = languages;
    }

    @GET
    public Response list(@Context UriInfo uri) {
        return calls.list(shape, uri);
    }

    @POST
    public Response create(@Context HttpHeaders headers, @Context UriInfo uri, InputStream body) {
        return calls.create(shape, headers, uri, body);
    }

    @GET
    @Path("{key}")
    public Response get(@PathParam("key") String key) {
        return calls.get(shape, key);
    }

    @PUT
    @Path("{key}")
    public Response replace(@PathParam("key") String key, @Context HttpHeaders headers, InputStream body) {
        return calls.replace(shape, key, headers, body);
    }

    @DELETE
    @Path("{key}")
    public Response delete(@PathParam("key") String key, @Context HttpHeaders headers, @Context UriInfo uri) {
        return calls.delete(shape, key, headers, uri);
    }

    /** Puts it elsewhere: {@code {"parent","position"}}. */
    @POST
    @Path("{key}/move")
    public Response move(
            @PathParam("key") String key, @Context HttpHeaders headers, @Context UriInfo uri, InputStream body) {
        return calls.move(shape, key, headers, uri, body);
    }

    /** The plan with all that is in it. */
    @GET
    @Path("{key}/tree")
    public Response tree(@PathParam("key") String key, @Context UriInfo uri) {
        return calls.edge().viewing(caller -> {
            refuseAsOf(uri);
            StrategyModel model = calls.store().model();
            Plan plan = Calls.find(shape, model, key);
            Blocks blocks = new Blocks(work.plan(model, key, caller), languages.ofReader());
            return Answers.ok(new TreeView(model, new Views(model, calls.lookups(caller)), blocks).plan(plan));
        });
    }

    /** The plan as rows in groups. */
    @GET
    @Path("{key}/scorecard")
    public Response scorecard(@PathParam("key") String key, @Context UriInfo uri) {
        return calls.edge().viewing(caller -> {
            refuseAsOf(uri);
            Query query = new Query(uri);
            GroupBy by = query.choice("groupBy", GroupBy.class, GroupBy.THEME);
            query.check();
            StrategyModel model = calls.store().model();
            Plan plan = Calls.find(shape, model, key);
            Language language = languages.ofReader();
            Blocks blocks = new Blocks(work.plan(model, key, caller), language);
            ScorecardView view = new ScorecardView(model, new Views(model, calls.lookups(caller)), blocks, language);
            return Answers.ok(view.plan(plan, by, calls.now()));
        });
    }

    /** Past days are not kept yet; today's numbers under another date would be a lie. */
    private static void refuseAsOf(UriInfo uri) {
        new Query(uri).absent("asOf");
    }
}

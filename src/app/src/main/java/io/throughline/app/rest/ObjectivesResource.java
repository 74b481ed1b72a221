package io.throughline.app.rest;

import com.atlassian.plugins.rest.api.security.annotation.UnrestrictedAccess;
import io.throughline.app.live.WorkPage;
import io.throughline.app.live.WorkReading;
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

/** Objectives. Unrestricted for the platform, because {@link Edge} turns callers away in the contract's words. */
@Consumes(MediaType.APPLICATION_JSON)
@Path("/objectives")
@UnrestrictedAccess
public class ObjectivesResource {
    private final ObjectiveShape shape = new ObjectiveShape();
    private final Calls calls;
    private final WorkReading work;

    @Inject
    public ObjectivesResource(Calls calls, WorkReading work) {
        this.calls = calls;
        this.work = work;
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

    /** The items behind the number, those the caller may browse. */
    @GET
    @Path("{key}/work")
    public Response work(@PathParam("key") String key, @Context UriInfo uri) {
        return calls.edge().viewing(caller -> {
            Query query = new Query(uri);
            Page page = Page.of(query);
            query.check();
            StrategyModel model = calls.store().model();
            Calls.find(shape, model, key);
            WorkResource.requireReady(work);
            WorkPage items = work.work(model, key, caller, page.start(), page.limit());
            return Answers.ok(page.of(
                    items.total(), items.rows().stream().map(WorkResource::item).toList()));
        });
    }
}

package io.throughline.app.rest;

import com.atlassian.plugins.rest.api.security.annotation.UnrestrictedAccess;
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

/** Links to work. Unrestricted for the platform, because {@link Edge} turns callers away in the contract's words. */
@Consumes(MediaType.APPLICATION_JSON)
@Path("/links")
@UnrestrictedAccess
public class LinksResource {
    private final LinkShape shape = new LinkShape();
    private final Calls calls;

    @Inject
    public LinksResource(Calls calls) {
        this.calls = calls;
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
    @Path("{id}")
    public Response get(@PathParam("id") String id) {
        return calls.get(shape, id);
    }

    /** Runs the query of a link now; the body is an empty object. A link without a query answers as it is. */
    @POST
    @Path("{id}/evaluation")
    public Response evaluate(@PathParam("id") String id, @Context HttpHeaders headers, InputStream body) {
        return calls.tend(shape, id, headers, body, (link, lookups) -> lookups.evaluate(link));
    }

    @PUT
    @Path("{id}")
    public Response replace(@PathParam("id") String id, @Context HttpHeaders headers, InputStream body) {
        return calls.replace(shape, id, headers, body);
    }

    @DELETE
    @Path("{id}")
    public Response delete(@PathParam("id") String id, @Context HttpHeaders headers, @Context UriInfo uri) {
        return calls.delete(shape, id, headers, uri);
    }
}

package io.throughline.app.rest;

import com.atlassian.plugins.rest.api.security.annotation.UnrestrictedAccess;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;

/**
 * The calls of a kind of object that is made, read and deleted. Unrestricted for the platform, because {@link Edge} turns
 * callers away in the contract's words.
 *
 * @param <T> the record
 */
@Consumes(MediaType.APPLICATION_JSON)
@UnrestrictedAccess
public abstract class ReadableObjects<T> {
    private final Shape<T> shape;
    private final Calls calls;

    ReadableObjects(Shape<T> shape, Calls calls) {
        this.shape = shape;
        this.calls = calls;
    }

    final Shape<T> shape() {
        return shape;
    }

    final Calls calls() {
        return calls;
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

    @DELETE
    @Path("{key}")
    public Response delete(@PathParam("key") String key, @Context HttpHeaders headers, @Context UriInfo uri) {
        return calls.delete(shape, key, headers, uri);
    }
}

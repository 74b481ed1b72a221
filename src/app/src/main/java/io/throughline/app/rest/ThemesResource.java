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

/** Themes. Unrestricted for the platform, because {@link Edge} turns callers away in the contract's words. */
@Consumes(MediaType.APPLICATION_JSON)
@Path("/themes")
@UnrestrictedAccess
public class ThemesResource {
    private final ThemeShape shape = new ThemeShape();
    private final Calls calls;

    @Inject
    public ThemesResource(Calls calls) {
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
}

package io.throughline.app.rest;

import com.atlassian.plugins.rest.api.security.annotation.UnrestrictedAccess;
import jakarta.ws.rs.Consumes;
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
 * The calls of a kind of object that has a place in the tree.
 *
 * @param <T> the record
 */
@Consumes(MediaType.APPLICATION_JSON)
@UnrestrictedAccess
public abstract class PlacedObjects<T> extends EditableObjects<T> {
    PlacedObjects(Shape<T> shape, Calls calls) {
        super(shape, calls);
    }

    /** Puts it elsewhere: {@code {"parent","position"}}. */
    @POST
    @Path("{key}/move")
    public Response move(
            @PathParam("key") String key, @Context HttpHeaders headers, @Context UriInfo uri, InputStream body) {
        return calls().move(shape(), key, headers, uri, body);
    }
}

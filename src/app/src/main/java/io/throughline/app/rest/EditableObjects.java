package io.throughline.app.rest;

import com.atlassian.plugins.rest.api.security.annotation.UnrestrictedAccess;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;

/**
 * The calls of a kind of object that can be replaced too.
 *
 * @param <T> the record
 */
@Consumes(MediaType.APPLICATION_JSON)
@UnrestrictedAccess
public abstract class EditableObjects<T> extends ReadableObjects<T> {
    EditableObjects(Shape<T> shape, Calls calls) {
        super(shape, calls);
    }

    @PUT
    @Path("{key}")
    public Response replace(@PathParam("key") String key, @Context HttpHeaders headers, InputStream body) {
        return calls().replace(shape(), key, headers, body);
    }
}

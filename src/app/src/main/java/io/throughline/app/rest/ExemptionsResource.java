package io.throughline.app.rest;

import com.atlassian.plugins.rest.api.security.annotation.UnrestrictedAccess;
import io.throughline.core.strategy.Exemption;
import jakarta.inject.Inject;
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

/** Work that needs no objective. Unrestricted for the platform, because {@link Edge} turns callers away. */
@Consumes(MediaType.APPLICATION_JSON)
@Path("/exemptions")
@UnrestrictedAccess
public class ExemptionsResource extends EditableObjects<Exemption> {
    private final BulkExemptions bulk;

    @Inject
    public ExemptionsResource(Calls calls, BulkExemptions bulk) {
        super(new ExemptionShape(calls::today), calls);
        this.bulk = bulk;
    }

    /** Exempts many targets, all or none: {@code {"targets","reason","expires"}}. */
    @POST
    @Path("bulk")
    public Response bulk(@Context HttpHeaders headers, @Context UriInfo uri, InputStream body) {
        return bulk.exempt(headers, uri, body);
    }

    /** Takes many exemptions back; the body is an empty object. */
    @POST
    @Path("undo/{id}")
    public Response undo(@PathParam("id") String id, @Context HttpHeaders headers, InputStream body) {
        return bulk.undo(id, headers, body);
    }
}

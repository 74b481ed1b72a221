package io.throughline.app.rest;

import com.atlassian.plugins.rest.api.security.annotation.UnrestrictedAccess;
import io.throughline.core.strategy.WorkLink;
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

/** Links to work. Unrestricted for the platform, because {@link Edge} turns callers away in the contract's words. */
@Consumes(MediaType.APPLICATION_JSON)
@Path("/links")
@UnrestrictedAccess
public class LinksResource extends EditableObjects<WorkLink> {
    private final BulkLinks bulk;

    @Inject
    public LinksResource(Calls calls, BulkLinks bulk) {
        super(new LinkShape(), calls);
        this.bulk = bulk;
    }

    /** Runs the query of a link now; the body is an empty object. A link without a query answers as it is. */
    @POST
    @Path("{key}/evaluation")
    public Response evaluate(@PathParam("key") String id, @Context HttpHeaders headers, InputStream body) {
        return calls().tend(shape(), id, headers, body, (link, lookups) -> lookups.evaluate(link));
    }

    /** Links an objective to many targets, all or none: {@code {"objective","targets"}}. */
    @POST
    @Path("bulk")
    public Response bulk(@Context HttpHeaders headers, @Context UriInfo uri, InputStream body) {
        return bulk.link(headers, uri, body);
    }

    /** Takes many links back; the body is an empty object. */
    @POST
    @Path("undo/{id}")
    public Response undo(@PathParam("id") String id, @Context HttpHeaders headers, InputStream body) {
        return bulk.undo(id, headers, body);
    }
}

package io.throughline.app.rest;

import com.atlassian.plugins.rest.api.security.annotation.UnrestrictedAccess;
import io.throughline.app.exchange.Exchange;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;

/** The whole strategy as one document. Unrestricted for the platform, because {@link Edge} turns callers away. */
@Path("/export")
@UnrestrictedAccess
public class ExportResource {
    private final Calls calls;
    private final Exchange exchange;

    @Inject
    public ExportResource(Calls calls, Exchange exchange) {
        this.calls = calls;
        this.exchange = exchange;
    }

    @GET
    public Response get() {
        return calls.edge().administering(caller -> {
            Exchange.Outgoing document = exchange.leave();
            StreamingOutput body = document::write;
            return Response.ok(body, MediaType.APPLICATION_JSON_TYPE.withCharset("UTF-8"))
                    .header("Cache-Control", "no-store")
                    .header("Content-Disposition", "attachment; filename=\"throughline-strategy.json\"")
                    .build();
        });
    }
}

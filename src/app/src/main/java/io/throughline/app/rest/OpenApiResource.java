package io.throughline.app.rest;

import com.atlassian.plugins.rest.api.security.annotation.UnrestrictedAccess;
import io.throughline.app.store.Json;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The OpenAPI document. Unrestricted for the platform, because {@link Edge} turns callers away. */
@Path("/openapi.json")
@UnrestrictedAccess
public class OpenApiResource {
    private final Edge edge;

    @Inject
    public OpenApiResource(Edge edge) {
        this.edge = edge;
    }

    @GET
    public Response get() {
        return edge.viewing(caller -> {
            try (InputStream document = getClass().getResourceAsStream("/openapi.json")) {
                return Answers.ok(Json.MAPPER.readTree(document));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}

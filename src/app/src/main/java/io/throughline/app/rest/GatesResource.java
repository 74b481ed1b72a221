package io.throughline.app.rest;

import com.atlassian.plugins.rest.api.security.annotation.UnrestrictedAccess;
import io.throughline.app.live.CreationAhead;
import io.throughline.app.store.Json;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

/** What gates would say. Unrestricted for the platform, because {@link Edge} turns callers away. */
@Consumes(MediaType.APPLICATION_JSON)
@Path("/gates")
@UnrestrictedAccess
public class GatesResource {
    private final Calls calls;
    private final CreationAhead ahead;

    @Inject
    public GatesResource(Calls calls, CreationAhead ahead) {
        this.calls = calls;
        this.ahead = ahead;
    }

    /** To an issue of {@code ?type=} (an id) that is created in {@code ?project=} (an id) under no parent: null for nothing. */
    @GET
    @Path("creation")
    public Response creation(@Context UriInfo uri) {
        return calls.edge().viewing(caller -> {
            Query query = new Query(uri);
            int project = id(query, "project");
            int type = id(query, "type");
            query.check();
            String message =
                    ahead.refusal(project, String.valueOf(type), caller).orElse(null);
            return Answers.ok(Json.object().put("message", message));
        });
    }

    private static int id(Query query, String name) {
        int id = query.whole(name, 1, Integer.MAX_VALUE, 0);
        if (query.text(name).isEmpty()) {
            query.wrong(name, "whole", 1, Integer.MAX_VALUE);
        }
        return id;
    }
}

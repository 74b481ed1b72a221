package io.throughline.app.rest;

import com.atlassian.plugins.rest.api.security.annotation.UnrestrictedAccess;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.throughline.app.live.Drift;
import io.throughline.app.live.IndexHealth;
import io.throughline.app.live.WorkReading;
import io.throughline.app.store.Json;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.temporal.ChronoUnit;

/** How far this node is. Unrestricted for the platform, because {@link Edge} turns callers away. */
@Consumes(MediaType.APPLICATION_JSON)
@Path("/health")
@UnrestrictedAccess
public class HealthResource {
    private final Edge edge;
    private final WorkReading work;

    @Inject
    public HealthResource(Edge edge, WorkReading work) {
        this.edge = edge;
        this.work = work;
    }

    @GET
    public Response get() {
        return edge.viewing(caller -> {
            IndexHealth health = work.health();
            // issues come and go after the fill that its health tells of
            long now = health.ready() ? work.size() : 0;
            ObjectNode answer = Json.object()
                    .put("state", health.ready() ? "READY" : "INDEXING")
                    .put("indexed", health.ready() ? now : health.indexed())
                    .put("total", health.ready() ? now : health.total())
                    .put("lagSeconds", health.lagSeconds())
                    .put("node", work.node());
            work.drift().ifPresentOrElse(drift -> put(answer, drift), () -> answer.putNull("drift"));
            return Answers.ok(answer);
        });
    }

    private static void put(ObjectNode answer, Drift drift) {
        answer.putObject("drift")
                .put("at", drift.at().truncatedTo(ChronoUnit.SECONDS).toString())
                .put("compared", drift.compared())
                .put("found", drift.found());
    }
}

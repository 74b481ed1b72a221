package io.throughline.app.rest;

import com.atlassian.plugins.rest.api.security.annotation.UnrestrictedAccess;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.throughline.app.daily.History;
import io.throughline.app.edit.Refused;
import io.throughline.app.store.Json;
import io.throughline.core.strategy.Plan;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Objects;

/** Numbers day by day. Unrestricted for the platform, because {@link Edge} turns callers away. */
@Consumes(MediaType.APPLICATION_JSON)
@Path("/history")
@UnrestrictedAccess
public class HistoryResource {
    /** Days in an answer: ten years. */
    private static final int MOST_DAYS = 3_660;

    private static final int USUAL_DAYS = 90;

    private final Calls calls;
    private final Moments moments;
    private final History history;

    @Inject
    public HistoryResource(Calls calls, Moments moments, History history) {
        this.calls = calls;
        this.moments = moments;
        this.history = history;
    }

    /** The recorded days of a plan, theme, objective or KPI, oldest first. */
    @GET
    @Path("{key}")
    public Response history(@PathParam("key") String key, @Context UriInfo uri) {
        return calls.edge().viewing(caller -> {
            Query query = new Query(uri);
            LocalDate today = moments.today();
            LocalDate to = Objects.requireNonNullElse(query.pastDay("to", today), today);
            LocalDate from = Objects.requireNonNullElse(query.day("from"), to.minusDays(USUAL_DAYS));
            if (from.isAfter(to)) {
                query.wrong("from", "at-most", "to", to);
            } else if (ChronoUnit.DAYS.between(from, to) >= MOST_DAYS) {
                query.wrong("from", "days", MOST_DAYS);
            }
            query.check();
            Plan plan = calls.store().model().planOf(key).orElseThrow(() -> Refused.absent(key));
            ObjectNode json = Json.object().put("key", key).put("from", from.toString());
            ArrayNode values = json.put("to", to.toString()).putArray("values");
            history.of(plan.key(), key, from, to).forEach(day -> values.add(view(day)));
            return Answers.ok(json);
        });
    }

    private static ObjectNode view(History.Day day) {
        ObjectNode json = Json.object().put("day", day.day().toString());
        json.set("attainment", Json.number(day.attainment()));
        json.set("pace", Json.number(day.pace()));
        json.set("progress", Json.number(day.progress()));
        json.set("total", Json.number(day.total()));
        json.set("done", Json.number(day.done()));
        return json.put("filled", day.filled());
    }
}

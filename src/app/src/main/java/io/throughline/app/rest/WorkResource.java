package io.throughline.app.rest;

import com.atlassian.plugins.rest.api.security.annotation.UnrestrictedAccess;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.throughline.app.edit.Refused;
import io.throughline.app.live.IssueAlignment;
import io.throughline.app.live.WorkPage;
import io.throughline.app.live.WorkReading;
import io.throughline.app.store.Json;
import io.throughline.core.strategy.Objective;
import io.throughline.core.strategy.Plan;
import io.throughline.core.strategy.StrategyModel;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

/** Whom work serves. Unrestricted for the platform, because {@link Edge} turns callers away. */
@Consumes(MediaType.APPLICATION_JSON)
@Path("/work")
@UnrestrictedAccess
public class WorkResource {
    private final Calls calls;
    private final WorkReading work;
    private final SuggestionViews suggestions;

    @Inject
    public WorkResource(Calls calls, WorkReading work, SuggestionViews suggestions) {
        this.calls = calls;
        this.work = work;
        this.suggestions = suggestions;
    }

    @GET
    @Path("{issueKey}/alignment")
    public Response alignment(@PathParam("issueKey") String issueKey) {
        return calls.edge().viewing(caller -> {
            requireReady(work);
            StrategyModel model = calls.store().model();
            IssueAlignment found = work.alignment(model, issueKey, caller).orElseThrow(() -> Refused.absent(issueKey));
            ObjectNode json = Json.object().put("issue", found.issue());
            json.put("state", found.state().name());
            ArrayNode objectives = json.putArray("objectives");
            found.reached().forEach(each -> objectives.add(reached(model, each)));
            return Answers.ok(json);
        });
    }

    /** What an issue might serve, orphan or not; for one plan with {@code ?plan=}. */
    @GET
    @Path("{issueKey}/suggestions")
    public Response suggestions(@PathParam("issueKey") String issueKey, @Context UriInfo uri) {
        return calls.edge().viewing(caller -> {
            Query query = new Query(uri);
            String plan = query.text("plan").orElse(null);
            query.check();
            StrategyModel model = calls.store().model();
            if (plan != null) {
                OrphansResource.requirePlan(model, plan);
            }
            ArrayNode found = suggestions
                    .of(issueKey, model, plan, calls.lookups(caller))
                    .orElseThrow(() -> Refused.absent(issueKey));
            return Answers.ok(Json.object().set("suggestions", found));
        });
    }

    private static ObjectNode reached(StrategyModel model, IssueAlignment.Reached reached) {
        String key = reached.objective();
        ObjectNode json = Json.object().put("key", key);
        json.put("name", model.objective(key).map(Objective::name).orElse(null));
        json.put("plan", model.planOf(key).map(Plan::key).orElse(null));
        json.put("via", reached.via().kind().name());
        return json.put("viaRef", reached.via().ref());
    }

    /** An item behind a number. */
    static ObjectNode item(WorkPage.Row row) {
        ObjectNode json = Json.object().put("key", row.key()).put("summary", row.summary());
        json.put("type", row.type()).put("status", row.status());
        json.put("category", row.category().name()).set("size", Json.number(row.size()));
        json.put("unsized", row.unsized()).put("excluded", row.excluded());
        json.put("via", row.via().kind().name()).put("viaRef", row.via().ref());
        return json.put("link", row.via().link());
    }

    /** Calls about work alone answer nothing rather than something partial. */
    static void requireReady(WorkReading work) {
        if (!work.health().ready()) {
            throw Refused.of(Refused.Kind.UNAVAILABLE, "INDEXING");
        }
    }
}

package io.throughline.app.rest;

import com.atlassian.plugins.rest.api.security.annotation.UnrestrictedAccess;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.throughline.app.access.Caller;
import io.throughline.app.edit.Refused;
import io.throughline.app.live.PlanReading;
import io.throughline.app.store.Json;
import io.throughline.app.web.Language;
import io.throughline.app.web.Languages;
import io.throughline.core.explain.Derivation;
import io.throughline.core.explain.Explanation;
import io.throughline.core.measures.KpiScore;
import io.throughline.core.strategy.Kpi;
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
import java.util.Map;
import java.util.Optional;

/** Why a number is what it is. Unrestricted for the platform, because {@link Edge} turns callers away. */
@Consumes(MediaType.APPLICATION_JSON)
@Path("/explain")
@UnrestrictedAccess
public class ExplainResource {
    private final Calls calls;
    private final Moments moments;
    private final Languages languages;

    @Inject
    public ExplainResource(Calls calls, Moments moments, Languages languages) {
        this.calls = calls;
        this.moments = moments;
        this.languages = languages;
    }

    /** The derivation of every number of a plan, theme, objective or KPI. */
    @GET
    @Path("{key}")
    public Response explain(@PathParam("key") String key, @Context UriInfo uri) {
        return calls.edge().viewing(caller -> {
            Moments.Moment moment = moments.of(new Query(uri));
            StrategyModel model = moment.model();
            Language language = languages.ofReader();
            Optional<Plan> plan = model.planOf(key);
            ObjectNode json =
                    Json.object().put("key", key).put("at", calls.now().toString());
            json.put("modelVersion", model.version());
            json.put("plan", plan.map(Plan::key).orElse(null));
            ExplainView view = new ExplainView(new Views(model, calls.lookups(caller)), model, language);
            if (plan.isEmpty()) {
                view.addTo(json, ofOrphan(model.kpi(key), key, moment, model));
                moment.addDayTo(json);
                return Answers.ok(json);
            }
            return Answers.ok(inPlan(json, plan.get(), key, moment, caller, view, language));
        });
    }

    /** A KPI without an objective is in no plan and has numbers all the same. */
    private Map<String, Derivation> ofOrphan(
            Optional<Kpi> kpi, String key, Moments.Moment moment, StrategyModel model) {
        Kpi found = kpi.orElseThrow(() -> exists(key) ? moment.absentThen(key) : Refused.absent(key));
        return Explanation.ofKpi(KpiScore.of(found, model.actualsOf(key), null, moment.day()), model);
    }

    private boolean exists(String key) {
        StrategyModel now = calls.store().model();
        return now.planOf(key).isPresent() || now.kpi(key).isPresent();
    }

    private static ObjectNode inPlan(
            ObjectNode json,
            Plan plan,
            String key,
            Moments.Moment moment,
            Caller caller,
            ExplainView view,
            Language language) {
        PlanReading reading = moment.plan(plan.key(), caller);
        Map<String, Derivation> numbers = new Explanation(reading.score(), moment.model()).of(key);
        if (!reading.health().ready()) {
            numbers.keySet().removeIf(name -> name.startsWith("delivery.") || name.equals("signal"));
        }
        view.addTo(json, numbers);
        Derivation items = numbers.get("delivery.items");
        if (items != null && items.value() != null && reading.knowsHidden()) {
            view.addHidden(json, items.value(), reading.hidden(key));
        }
        new Blocks(reading, language).addIndexing(json);
        moment.addTo(json, plan.key(), language);
        return json;
    }
}

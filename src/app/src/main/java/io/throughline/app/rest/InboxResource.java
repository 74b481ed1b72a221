package io.throughline.app.rest;

import com.atlassian.plugins.rest.api.security.annotation.UnrestrictedAccess;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.throughline.app.inbox.Due;
import io.throughline.app.inbox.Due.What;
import io.throughline.app.inbox.Inbox;
import io.throughline.app.store.Delegation;
import io.throughline.app.store.Json;
import io.throughline.app.store.Kind;
import io.throughline.core.measures.KpiScore;
import io.throughline.core.strategy.Kpi;
import io.throughline.core.strategy.Objective;
import io.throughline.core.strategy.Plan;
import io.throughline.core.strategy.StrategyModel;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the caller owes. Unrestricted for the platform, because {@link Edge} turns callers away. */
@Consumes(MediaType.APPLICATION_JSON)
@Path("/inbox")
@UnrestrictedAccess
public class InboxResource {
    private static final Map<What, String> LISTS = new EnumMap<>(Map.of(
            What.OVERDUE, "overdue", What.DUE, "due", What.UNATTESTED, "unattested", What.DECISION, "decisions"));

    private final Calls calls;

    @Inject
    public InboxResource(Calls calls) {
        this.calls = calls;
    }

    @GET
    public Response get() {
        return calls.edge().viewing(caller -> {
            StrategyModel model = calls.store().model();
            LocalDate today = calls.today();
            Views views = new Views(model, calls.lookups(caller));
            List<Delegation> delegations = calls.store().contents().all(Kind.DELEGATION);
            Set<String> owners = Inbox.owners(caller.key(), delegations, today, views.lookups()::isActive);
            List<Due> all = new Inbox(model, today).of(owners);
            ObjectNode json = Json.object().put("today", today.toString()).put("total", all.size());
            for (What what : What.values()) {
                ArrayNode list = json.putArray(LISTS.get(what));
                all.stream()
                        .filter(each -> each.what() == what)
                        .forEach(each -> list.add(view(model, today, views, each)));
            }
            return Answers.ok(json);
        });
    }

    private static ObjectNode view(StrategyModel model, LocalDate today, Views views, Due due) {
        Kpi kpi = due.kpi();
        Objective objective = due.objective();
        ObjectNode json = Json.object();
        if (kpi != null) {
            Plan in = model.planOf(kpi.key()).orElse(null);
            KpiScore score = KpiScore.of(kpi, model.actualsOf(kpi.key()), in, today);
            ObjectNode node = views.kpiWithActual(kpi);
            node.set("outcome", Blocks.json(score.block()));
            json.set("kpi", node);
        }
        String key = kpi == null ? null : kpi.key();
        if (objective != null) {
            json.set("objective", Json.object().put("key", objective.key()).put("name", objective.name()));
            key = objective.key();
        } else {
            json.putNull("objective");
        }
        Plan plan = key == null ? null : model.planOf(key).orElse(null);
        json.set(
                "plan",
                plan == null ? null : Json.object().put("key", plan.key()).put("name", plan.name()));
        json.put(kpi == null ? "due" : "period", due.day().toString());
        json.put("since", due.since() == null ? null : due.since().toString());
        if (due.what() == What.OVERDUE) {
            json.put("missing", due.missing());
        }
        json.set("for", due.owner().equals(views.lookups().caller().key()) ? null : views.person(due.owner()));
        return json;
    }
}

package io.throughline.app.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.throughline.app.access.Caller;
import io.throughline.app.edit.ActualsForm;
import io.throughline.app.edit.ActualsForm.Entered;
import io.throughline.app.store.Answer;
import io.throughline.app.store.Draft;
import io.throughline.app.store.Json;
import io.throughline.core.strategy.Actual;
import io.throughline.core.strategy.Kpi;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.util.List;

/** Many values of one KPI at once, all or none, with a preview that names every bad line. */
final class ActualsImport {
    private final KpiShape shape = new KpiShape();
    private final Calls calls;
    private final ActualCalls single;

    ActualsImport(Calls calls, ActualCalls single) {
        this.calls = calls;
        this.single = single;
    }

    Response enter(String key, HttpHeaders headers, UriInfo uri, InputStream body) {
        return calls.edge().viewing(caller -> {
            Query query = new Query(uri);
            boolean dryRun = query.flag("dryRun");
            query.check();
            Kpi kpi = Calls.find(shape, calls.store().model(), key);
            single.requireMayEnter(caller, kpi, single.delegations());
            ObjectNode in = Bodies.object(headers, body);
            return dryRun ? preview(in, kpi, caller) : apply(in, caller, key, headers, uri);
        });
    }

    private Response preview(ObjectNode in, Kpi kpi, Caller caller) {
        ActualsForm form = ActualsForm.read(in, kpi, calls.edge().locale());
        ObjectNode json = calls.store().tryOut(draft -> json(enter(form, draft, caller, kpi.key()), draft, true));
        ArrayNode errors = json.putArray("errors");
        form.errors().all().forEach((place, wording) -> {
            ObjectNode each = errors.addObject();
            String line = place.replaceAll("^lines\\[(\\d+)].*$", "$1");
            each.put("line", line.equals(place) ? null : Integer.valueOf(line));
            each.put("field", place.substring(place.indexOf('.') + 1));
            each.put("reason", calls.edge().word(wording));
        });
        return Answers.ok(json);
    }

    private Response apply(ObjectNode in, Caller caller, String key, HttpHeaders headers, UriInfo uri) {
        Answer answer = calls.once(
                caller,
                OnceHeader.of(headers, uri, caller, in),
                model -> form(in, Calls.find(shape, model, key)),
                draft -> {
                    Kpi now = Calls.find(shape, draft.model(), key);
                    List<Entered> entered = enter(form(in, now), draft, caller, key);
                    ObjectNode json = json(entered, draft, false);
                    json.putArray("errors");
                    boolean changed = entered.stream().anyMatch(each -> each.before() != each.after());
                    return new Answer(changed ? 201 : 200, null, null, Json.write(json));
                });
        return Answers.posted(answer, uri);
    }

    private ActualsForm form(ObjectNode in, Kpi kpi) {
        ActualsForm form = ActualsForm.read(in, kpi, calls.edge().locale());
        form.errors().throwIfAny();
        return form;
    }

    private List<Entered> enter(ActualsForm form, Draft draft, Caller caller, String key) {
        return form.enter(draft, single.editable(draft, caller, key), caller.key());
    }

    private static ObjectNode json(List<Entered> entered, Draft draft, boolean dryRun) {
        // the values of one call are judged by each other too
        List<Actual> actuals = entered.isEmpty()
                ? List.of()
                : draft.modelAfter().actualsOf(entered.get(0).after().kpi());
        ObjectNode json = Json.object().put("dryRun", dryRun);
        ArrayNode created = json.putArray("created");
        ArrayNode corrected = json.putArray("corrected");
        int unchanged = 0;
        for (Entered each : entered) {
            if (each.before() == each.after()) {
                unchanged++;
                continue;
            }
            ObjectNode row = (each.before() == null ? created : corrected).addObject();
            row.put("line", each.row().line()).put("period", each.row().period().toString());
            row.set("value", Json.number(each.after().value()));
            row.put("note", each.after().note());
            row.set("unlikely", Views.unlikely(each.after(), actuals));
            if (each.before() != null) {
                row.set("before", Json.number(each.before().value()));
                row.put("attestationLost", each.before().isAttested());
            }
        }
        return json.put("unchanged", unchanged);
    }
}

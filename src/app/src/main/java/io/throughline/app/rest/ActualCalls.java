package io.throughline.app.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.throughline.app.access.Caller;
import io.throughline.app.edit.ActualForm;
import io.throughline.app.edit.Fields;
import io.throughline.app.edit.Lookups;
import io.throughline.app.edit.Refused;
import io.throughline.app.edit.Rules;
import io.throughline.app.inbox.Inbox;
import io.throughline.app.store.Answer;
import io.throughline.app.store.Change;
import io.throughline.app.store.Delegation;
import io.throughline.app.store.Draft;
import io.throughline.app.store.Json;
import io.throughline.app.store.Kind;
import io.throughline.core.strategy.Actual;
import io.throughline.core.strategy.Kpi;
import io.throughline.core.strategy.StrategyModel;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.net.URI;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The calls about values of a KPI. */
final class ActualCalls {
    private final KpiShape shape = new KpiShape();
    private final Calls calls;

    ActualCalls(Calls calls) {
        this.calls = calls;
    }

    Response list(String key, UriInfo uri) {
        return calls.edge().viewing(caller -> {
            Query query = new Query(uri);
            Page page = Page.of(query);
            query.check();
            StrategyModel model = calls.store().model();
            Kpi kpi = Calls.find(shape, model, key);
            Views views = new Views(model, calls.lookups(caller));
            return Answers.ok(page.of(model.actualsOf(kpi.key()), each -> views.actual(kpi, each)));
        });
    }

    Response get(String key, String period) {
        return calls.edge().viewing(caller -> {
            StrategyModel model = calls.store().model();
            return ok(model, caller, find(model, key, period));
        });
    }

    private Response ok(StrategyModel model, Caller caller, Actual actual) {
        Kpi kpi = Calls.find(shape, model, actual.kpi());
        return Answers.ok(new Views(model, calls.lookups(caller)).actual(kpi, actual), actual.version());
    }

    Response enter(String key, HttpHeaders headers, UriInfo uri, InputStream body) {
        return calls.edge().viewing(caller -> {
            boolean dryRun = dryRun(uri);
            Kpi kpi = Calls.find(shape, calls.store().model(), key);
            requireMayEnter(caller, kpi, delegations());
            ObjectNode in = Bodies.object(headers, body);
            Lookups lookups = calls.lookups(caller);
            if (dryRun) {
                return preview(caller, draft -> {
                    Kpi now = editable(draft, caller, key);
                    return ActualForm.read(in, now).enter(draft, now, caller.key());
                });
            }
            Answer answer = calls.once(
                    caller, OnceHeader.of(headers, uri, caller, in), model -> ActualForm.read(in, kpi), draft -> {
                        Kpi now = editable(draft, caller, key);
                        Actual entered = ActualForm.read(in, now).enter(draft, now, caller.key());
                        return answer(
                                new Views(draft.model(), lookups),
                                now,
                                entered,
                                entered.period().toString());
                    });
            return Answers.posted(answer, uri);
        });
    }

    private static boolean dryRun(UriInfo uri) {
        Query query = new Query(uri);
        boolean dryRun = query.flag("dryRun");
        query.check();
        return dryRun;
    }

    /** What a value would make, and whether it is likely; nothing is stored. */
    private Response preview(Caller caller, Change<Actual> change) {
        Actual actual = calls.store().tryOut(change);
        StrategyModel model = calls.store().model();
        Kpi kpi = Calls.find(shape, model, actual.kpi());
        return Answers.ok(new Views(model, calls.lookups(caller)).actual(kpi, actual));
    }

    private static Answer answer(Views views, Kpi kpi, Actual actual, @Nullable String location) {
        return new Answer(201, location, Long.toString(actual.version()), Json.write(views.actual(kpi, actual)));
    }

    /** If-Match is checked when sent: the contract shows actuals without a version. */
    Response correct(String key, String period, HttpHeaders headers, UriInfo uri, InputStream body) {
        return calls.edge().viewing(caller -> {
            boolean dryRun = dryRun(uri);
            Kpi kpi = Calls.find(shape, calls.store().model(), key);
            requireMayEnter(caller, kpi, delegations());
            Actual before = find(calls.store().model(), key, period);
            Optional<Preconditions> match = Preconditions.given(headers);
            ActualForm form = ActualForm.correction(Bodies.object(headers, body), before.period());
            Change<Actual> change = draft -> {
                Kpi now = editable(draft, caller, key);
                Actual present = find(draft.model(), key, period);
                match.ifPresent(each -> each.check(key + "/" + period, present.version()));
                return form.correct(draft, now, present, caller.key());
            };
            return dryRun
                    ? preview(caller, change)
                    : ok(calls.store().model(), caller, calls.store().write(caller.key(), change));
        });
    }

    Kpi editable(Draft draft, Caller caller, String key) {
        Kpi kpi = Calls.find(shape, draft.model(), key);
        requireMayEnter(caller, kpi, draft.all(Kind.DELEGATION));
        return kpi;
    }

    /** Editors may, and the owner, and who stands in for the owner today. */
    void requireMayEnter(Caller caller, Kpi kpi, Collection<Delegation> delegations) {
        if (!standsIn(caller, kpi, delegations)) {
            Rules.requireEditorOrOwner(caller, kpi.owner());
        }
    }

    private boolean standsIn(Caller caller, Kpi kpi, Collection<Delegation> delegations) {
        String owner = kpi.owner();
        return owner != null
                && Inbox.owners(caller.key(), delegations, calls.today(), calls::isActive)
                        .contains(owner);
    }

    List<Delegation> delegations() {
        return calls.store().contents().all(Kind.DELEGATION);
    }

    Response attest(String key, String period, HttpHeaders headers, UriInfo uri, InputStream body) {
        return calls.edge().viewing(caller -> {
            StrategyModel model = calls.store().model();
            requireOwner(Calls.find(shape, model, key), caller, delegations());
            find(model, key, period);
            ObjectNode in = Bodies.object(headers, body);
            String statement = ActualForm.statement(in);
            Lookups lookups = calls.lookups(caller);
            Answer answer = calls.once(caller, OnceHeader.of(headers, uri, caller, in), present -> {}, draft -> {
                Kpi kpi = Calls.find(shape, draft.model(), key);
                requireOwner(kpi, caller, draft.all(Kind.DELEGATION));
                Actual actual = find(draft.model(), key, period);
                String standsInFor = caller.key().equals(kpi.owner()) ? null : kpi.owner();
                Actual attested = ActualForm.attest(draft, actual, statement, caller.key(), standsInFor);
                return answer(new Views(draft.model(), lookups), kpi, attested, null);
            });
            // what is attested has the address above this one
            URI location = uri.getAbsolutePath().resolve("../" + period);
            return Response.fromResponse(Answers.posted(answer, uri))
                    .location(location)
                    .build();
        });
    }

    private void requireOwner(Kpi kpi, Caller caller, Collection<Delegation> delegations) {
        if (!standsIn(caller, kpi, delegations)) {
            throw Refused.of(Refused.Kind.FORBIDDEN, "NOT_THE_OWNER").with("kpi", kpi.key());
        }
    }

    private Actual find(StrategyModel model, String key, String period) {
        Kpi kpi = Calls.find(shape, model, key);
        LocalDate day = Fields.day(period);
        return Optional.ofNullable(day)
                .flatMap(each -> ActualForm.find(model, kpi.key(), each))
                .orElseThrow(() -> Refused.absent(key + "/" + period));
    }
}

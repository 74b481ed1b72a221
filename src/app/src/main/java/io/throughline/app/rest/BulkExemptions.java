package io.throughline.app.rest;

import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.throughline.app.access.Caller;
import io.throughline.app.edit.BulkExemptionForm;
import io.throughline.app.edit.BulkForm;
import io.throughline.app.edit.ExemptionForm;
import io.throughline.app.edit.FieldErrors;
import io.throughline.app.edit.Fields;
import io.throughline.app.edit.Lookups;
import io.throughline.app.edit.Refused;
import io.throughline.app.edit.Rules;
import io.throughline.app.live.LinkTargets.Found;
import io.throughline.app.live.WorkReading;
import io.throughline.app.store.Draft;
import io.throughline.app.store.ExemptionBatch;
import io.throughline.app.store.Json;
import io.throughline.core.strategy.Exemption;
import io.throughline.core.strategy.LinkTarget;
import io.throughline.core.strategy.StrategyModel;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Many exemptions at once, all or none, with what they change before anybody decides, and the way back; as links. */
@JiraComponent
public final class BulkExemptions {
    private final Calls calls;
    private final WorkReading work;

    @Inject
    public BulkExemptions(Calls calls, WorkReading work) {
        this.calls = calls;
        this.work = work;
    }

    private record Outlook(
            BulkExemptionForm form, BulkExemptionForm.Result result, StrategyModel before, StrategyModel after)
            implements BulkCall.Outlook {
        @Override
        public long version() {
            return before.version();
        }

        @Override
        public boolean createsNothing() {
            return result.created().isEmpty();
        }

        @Override
        public @Nullable Long batchId() {
            return result.batch() == null ? null : (Long) result.batch().id();
        }
    }

    Response exempt(HttpHeaders headers, UriInfo uri, InputStream body) {
        return calls.edge().viewing(caller -> {
            Query query = new Query(uri);
            boolean dryRun = query.flag("dryRun");
            query.check();
            Rules.requireEditor(caller);
            ObjectNode in = Bodies.object(headers, body);
            Lookups lookups = calls.lookups(caller);
            BulkCall<Outlook> bulk =
                    new BulkCall<>(calls, draft -> outlook(in, lookups, draft), outlook -> json(outlook, lookups));
            return dryRun
                    ? bulk.preview()
                    : bulk.carryOut(
                            caller,
                            OnceHeader.of(headers, uri, caller, in),
                            uri,
                            outlook -> outlook.result().created().forEach(lookups::keep));
        });
    }

    private Outlook outlook(ObjectNode in, Lookups lookups, Draft draft) {
        LocalDate today = calls.today();
        BulkExemptionForm form = BulkExemptionForm.read(in, draft.model(), lookups, today);
        BulkExemptionForm.Result result = form.exempt(draft, lookups.caller().key(), today);
        return new Outlook(form, result, draft.model(), draft.modelAfter());
    }

    private ObjectNode json(Outlook outlook, Lookups lookups) {
        ObjectNode json = Json.object();
        Views views = new Views(outlook.after(), lookups);
        List<LinkTarget> named = new ArrayList<>();
        for (Exemption each : outlook.result().created()) {
            ExemptionForm.shownAs(each.kind(), each.ref(), each.target()).ifPresent(named::add);
        }
        views.preload(named);
        ArrayNode created = json.putArray("created");
        outlook.result().created().forEach(each -> created.add(views.exemption(each, calls.today())));
        ArrayNode already = json.putArray("alreadyExempt");
        outlook.result().already().forEach(each -> already.add(views.exemption(each, calls.today())));
        Map<Long, Found> found = new HashMap<>();
        for (Exemption each : outlook.result().created()) {
            if (each.kind().isSearched()) {
                LinkTarget query = LinkTarget.jql(ExemptionForm.query(each.kind(), each.ref()));
                lookups.found(query).ifPresent(hits -> found.put(-each.id(), hits));
            }
        }
        String plan = outlook.form().plan();
        json.set(
                "openSize",
                Json.number(
                        work.health().ready()
                                ? (Double) work.orphans(outlook.before(), plan, lookups.caller())
                                        .openSize(named, found.values())
                                : null));
        json.set("before", coverage(outlook.before(), Map.of(), plan, lookups.caller()));
        json.set("after", coverage(outlook.after(), found, plan, lookups.caller()));
        return json;
    }

    private ObjectNode coverage(StrategyModel strategy, Map<Long, Found> found, @Nullable String plan, Caller caller) {
        ObjectNode json = Json.object();
        if (!work.health().ready()) {
            return json.putNull("coverage");
        }
        json.set(
                "coverage",
                Blocks.json(work.previewOrphans(strategy, found, plan, caller)
                        .coverage()
                        .total()));
        return json;
    }

    Response undo(String id, HttpHeaders headers, InputStream body) {
        return calls.edge().viewing(caller -> {
            Rules.requireEditor(caller);
            FieldErrors errors = new FieldErrors();
            new Fields(Bodies.object(headers, body), errors).finish();
            errors.throwIfAny();
            BulkForm.Undone undone = calls.store().write(caller.key(), draft -> {
                ExemptionBatch batch =
                        JoinShape.number(id).flatMap(draft::exemptionBatch).orElseThrow(() -> Refused.absent(id));
                return BulkExemptionForm.undo(draft, batch);
            });
            ObjectNode json = Json.object();
            undone.removed().forEach(json.putArray("removed")::add);
            ArrayNode conflicts = json.putArray("conflicts");
            Lookups lookups = calls.lookups(caller);
            for (Long exemption : undone.conflicts()) {
                conflicts
                        .addObject()
                        .put("exemption", exemption)
                        .put("by", calls.lastActor("EXEMPTION-" + exemption, lookups));
            }
            return Answers.ok(json);
        });
    }
}

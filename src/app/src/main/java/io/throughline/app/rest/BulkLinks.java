package io.throughline.app.rest;

import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.throughline.app.access.Caller;
import io.throughline.app.edit.BulkForm;
import io.throughline.app.edit.FieldErrors;
import io.throughline.app.edit.Fields;
import io.throughline.app.edit.Lookups;
import io.throughline.app.edit.Refused;
import io.throughline.app.edit.Rules;
import io.throughline.app.live.LinkTargets.Found;
import io.throughline.app.live.PlanReading;
import io.throughline.app.live.WorkReading;
import io.throughline.app.store.Draft;
import io.throughline.app.store.Json;
import io.throughline.app.store.LinkBatch;
import io.throughline.app.web.Languages;
import io.throughline.core.strategy.LinkTarget;
import io.throughline.core.strategy.Objective;
import io.throughline.core.strategy.Plan;
import io.throughline.core.strategy.StrategyModel;
import io.throughline.core.strategy.WorkLink;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Many links at once, all or none, with what they change before anybody decides, and the way back. */
@JiraComponent
public final class BulkLinks {
    private final Calls calls;
    private final WorkReading work;
    private final Languages languages;

    @Inject
    public BulkLinks(Calls calls, WorkReading work, Languages languages) {
        this.calls = calls;
        this.work = work;
        this.languages = languages;
    }

    /** What a batch of links does to the strategy that it was decided on. */
    private record Outlook(BulkForm.Result result, StrategyModel before, StrategyModel after)
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

    Response link(HttpHeaders headers, UriInfo uri, InputStream body) {
        return calls.edge().viewing(caller -> {
            Query query = new Query(uri);
            boolean dryRun = query.flag("dryRun");
            query.check();
            Rules.requireEditorOrAnyOwner(calls.store().model(), caller);
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

    private static Outlook outlook(ObjectNode in, Lookups lookups, Draft draft) {
        StrategyModel before = draft.model();
        BulkForm form = BulkForm.read(in, before, lookups);
        requireMay(before, lookups.caller(), form.objective());
        BulkForm.Result result = form.link(draft);
        return new Outlook(result, before, draft.modelAfter());
    }

    private static void requireMay(StrategyModel model, Caller caller, String objective) {
        Rules.requireEditorOrOwner(
                caller, model.objective(objective).map(Objective::owner).orElse(null));
    }

    private ObjectNode json(Outlook outlook, Lookups lookups) {
        ObjectNode json = Json.object();
        Views views = new Views(outlook.after(), lookups);
        add(json.putArray("created"), outlook.result().created(), views);
        add(json.putArray("alreadyLinked"), outlook.result().already(), views);
        Map<Long, Found> found = new HashMap<>();
        outlook.result()
                .created()
                .forEach(link -> lookups.found(link.target()).ifPresent(each -> found.put(link.id(), each)));
        List<WorkLink> any = outlook.result().created().isEmpty()
                ? outlook.result().already()
                : outlook.result().created();
        String objective = any.get(0).objective();
        json.set("openSize", Json.number(openSize(outlook, objective, found.values(), lookups.caller())));
        json.set("before", effect(outlook.before(), Map.of(), objective, lookups.caller()));
        json.set("after", effect(outlook.after(), found, objective, lookups.caller()));
        return json;
    }

    private @Nullable Double openSize(Outlook outlook, String objective, Collection<Found> found, Caller caller) {
        List<LinkTarget> targets =
                outlook.result().created().stream().map(WorkLink::target).toList();
        Optional<Plan> plan = outlook.before().planOf(objective);
        return plan.isEmpty() || !work.health().ready()
                ? null
                : (Double)
                        work.orphans(outlook.before(), plan.get().key(), caller).openSize(targets, found);
    }

    private static void add(ArrayNode into, List<WorkLink> links, Views views) {
        views.preload(links.stream().map(WorkLink::target).toList());
        links.forEach(link -> into.add(views.link(link)));
    }

    /** The numbers that links of an objective move. */
    private ObjectNode effect(StrategyModel strategy, Map<Long, Found> found, String objective, Caller caller) {
        ObjectNode json = Json.object();
        Optional<Plan> plan = strategy.planOf(objective);
        if (plan.isEmpty() || !work.health().ready()) {
            return json.putNull("coverage").putNull("delivery").putNull("forecast");
        }
        PlanReading reading = work.preview(strategy, found, plan.get().key(), caller);
        Blocks blocks = new Blocks(reading, languages.ofReader());
        json.set("coverage", Blocks.json(reading.openWork().total()));
        ObjectNode delivery = blocks.delivery(objective);
        json.set("delivery", delivery);
        json.set("forecast", delivery.get("forecast"));
        return json;
    }

    Response undo(String id, HttpHeaders headers, InputStream body) {
        return calls.edge().viewing(caller -> {
            Rules.requireEditorOrAnyOwner(calls.store().model(), caller);
            FieldErrors errors = new FieldErrors();
            new Fields(Bodies.object(headers, body), errors).finish();
            errors.throwIfAny();
            BulkForm.Undone undone = calls.store().write(caller.key(), draft -> {
                LinkBatch batch = JoinShape.number(id)
                        .flatMap(draft::batch)
                        .filter(found ->
                                draft.model().objective(found.objective()).isPresent())
                        .orElseThrow(() -> Refused.absent(id));
                requireMay(draft.model(), caller, batch.objective());
                return BulkForm.undo(draft, batch);
            });
            ObjectNode json = Json.object();
            undone.removed().forEach(json.putArray("removed")::add);
            ArrayNode conflicts = json.putArray("conflicts");
            Lookups lookups = calls.lookups(caller);
            undone.conflicts()
                    .forEach(link -> conflicts
                            .addObject()
                            .put("link", link)
                            .put("by", calls.lastActor("LINK-" + link, lookups)));
            return Answers.ok(json);
        });
    }
}

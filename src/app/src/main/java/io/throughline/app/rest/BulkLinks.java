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
import io.throughline.app.store.Answer;
import io.throughline.app.store.Draft;
import io.throughline.app.store.Json;
import io.throughline.app.store.LinkBatch;
import io.throughline.app.store.Once;
import io.throughline.app.web.Languages;
import io.throughline.core.strategy.Objective;
import io.throughline.core.strategy.Plan;
import io.throughline.core.strategy.StrategyModel;
import io.throughline.core.strategy.WorkLink;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Many links at once, all or none, with what they change before anybody decides, and the way back.
 *
 * <p>The numbers before and after are computed before the gate, against the strategy of that moment, and only again if
 * somebody was faster: scoring must not keep other writers waiting.
 */
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
    private record Outlook(BulkForm.Result result, StrategyModel before, StrategyModel after) {}

    Response link(HttpHeaders headers, UriInfo uri, InputStream body) {
        return calls.edge().viewing(caller -> {
            Query query = new Query(uri);
            boolean dryRun = query.flag("dryRun");
            query.check();
            Rules.requireEditorOrAnyOwner(calls.store().model(), caller);
            ObjectNode in = Bodies.object(headers, body);
            Lookups lookups = calls.lookups(caller);
            if (dryRun) {
                return Answers.ok(tryOut(in, lookups));
            }
            return apply(caller, in, lookups, OnceHeader.of(headers, uri, caller, in), uri);
        });
    }

    private ObjectNode tryOut(ObjectNode in, Lookups lookups) {
        Outlook outlook = calls.store().tryOut(draft -> outlook(in, lookups, draft));
        ObjectNode json = json(outlook, lookups);
        json.putNull("undo");
        json.get("created").forEach(link -> ((ObjectNode) link).putNull("id"));
        return json;
    }

    private Response apply(Caller caller, ObjectNode in, Lookups lookups, Optional<Once> once, UriInfo uri) {
        List<WorkLink> created = new ArrayList<>();
        Map<Long, ObjectNode> foreseen = new HashMap<>();
        Answer answer = calls.once(
                caller,
                once,
                model -> {
                    Outlook outlook = calls.store().tryOut(draft -> outlook(in, lookups, draft));
                    foreseen.put(outlook.before().version(), json(outlook, lookups));
                },
                draft -> {
                    Outlook outlook = outlook(in, lookups, draft);
                    ObjectNode json =
                            foreseen.computeIfAbsent(outlook.before().version(), version -> json(outlook, lookups));
                    created.clear();
                    created.addAll(outlook.result().created());
                    LinkBatch batch = outlook.result().batch();
                    json.put("undo", batch == null ? null : batch.id());
                    return new Answer(created.isEmpty() ? 200 : 201, null, null, Json.write(json));
                });
        created.forEach(lookups::keep);
        return Answers.posted(answer, uri);
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
        json.set("before", effect(outlook.before(), Map.of(), objective, lookups.caller()));
        json.set("after", effect(outlook.after(), found, objective, lookups.caller()));
        return json;
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

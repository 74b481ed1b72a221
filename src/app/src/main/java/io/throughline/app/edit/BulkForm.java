package io.throughline.app.edit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.throughline.app.edit.Refused.Kind;
import io.throughline.app.store.Draft;
import io.throughline.app.store.LinkBatch;
import io.throughline.core.strategy.LinkTarget;
import io.throughline.core.strategy.StrategyModel;
import io.throughline.core.strategy.WorkLink;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Links one objective to many targets, all or none.
 *
 * @param objective its key
 * @param targets as found, in the order sent
 */
public record BulkForm(String objective, List<LinkTarget> targets) {
    /** Most targets of one call: more than a person selects, few enough to look at. */
    public static final int MOST = 5_000;

    /**
     * What came of it.
     *
     * @param created in the order sent
     * @param already links that were there before, or are there twice in the list
     * @param batch null when nothing was created
     */
    public record Result(
            List<WorkLink> created,
            List<WorkLink> already,
            @Nullable LinkBatch batch) {}

    /** What came of taking it back: the ids of the links that were removed, and of those that changed since. */
    public record Undone(List<Long> removed, List<Long> conflicts) {}

    /** Reads {@code {"objective","targets":[{"kind","ref"}]}}. */
    public static BulkForm read(ObjectNode body, StrategyModel model, Lookups lookups) {
        Form form = new Form(body, model, lookups);
        lookups.resolveIssues(body.path("targets"));
        String objective = form.requiredKey("objective", "OBJ-1", model::objective);
        List<LinkTarget> targets = new ArrayList<>();
        for (Fields each : form.in.objects("targets", MOST)) {
            Optional.ofNullable(LinkForm.target(each, lookups, null).target()).ifPresent(targets::add);
        }
        if (targets.isEmpty() && !form.in.isWrong("targets")) {
            form.in.wrong("targets", "required.targets", MOST);
        }
        form.finish();
        return new BulkForm(objective, targets);
    }

    /** Makes the links that are not there yet. */
    public Result link(Draft draft) {
        Rules.requireOpen(draft.model(), objective);
        Map<Object, WorkLink> present = new HashMap<>();
        draft.model().linksOf(objective).forEach(link -> present.putIfAbsent(name(link.target()), link));
        List<WorkLink> created = new ArrayList<>();
        List<WorkLink> already = new ArrayList<>();
        for (LinkTarget target : targets) {
            // a link to something that is gone has no id; then what was written decides
            WorkLink same = present.getOrDefault(name(target), present.get(List.of(target.kind(), target.ref())));
            if (same != null) {
                already.add(same);
            } else {
                long id = draft.nextNumber(io.throughline.app.store.Kind.LINK);
                WorkLink link = draft.put(new WorkLink(id, objective, target, null, draft.now(), 1));
                created.add(link);
                present.put(name(target), link);
            }
        }
        if (created.isEmpty()) {
            return new Result(created, already, null);
        }
        long id = draft.nextNumber(io.throughline.app.store.Kind.BATCH);
        List<Long> links = created.stream().map(WorkLink::id).toList();
        return new Result(created, already, draft.put(new LinkBatch(id, objective, links, false, 1)));
    }

    /** What a target is, as far as two of them mean the same: its id, else what was written. */
    private static Object name(LinkTarget target) {
        Long id = target.id();
        return id == null ? List.of(target.kind(), target.ref()) : List.of(target.kind(), id);
    }

    /**
     * Takes a batch back: removes each of its links that nobody changed since.
     *
     * @throws Refused ALREADY_UNDONE the second time
     */
    public static Undone undo(Draft draft, LinkBatch batch) {
        if (batch.undone()) {
            throw Refused.of(Kind.CONFLICT, "ALREADY_UNDONE").with("undo", batch.id());
        }
        Rules.requireOpen(draft.model(), batch.objective());
        List<Long> removed = new ArrayList<>();
        List<Long> conflicts = new ArrayList<>();
        for (Long id : batch.links()) {
            Optional<WorkLink> link = draft.model().link(id).filter(each -> each.version() == 1);
            if (link.isPresent()) {
                draft.remove(link.get());
                removed.add(id);
            } else {
                conflicts.add(id);
            }
        }
        draft.put(batch.taken());
        return new Undone(removed, conflicts);
    }
}

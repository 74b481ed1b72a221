package io.throughline.app.edit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.throughline.app.edit.Refused.Kind;
import io.throughline.app.store.Draft;
import io.throughline.app.store.ExemptionBatch;
import io.throughline.core.strategy.Exemption;
import io.throughline.core.strategy.StrategyModel;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Exempts many targets for one reason, all or none.
 *
 * @param plan the plan whose coverage is told; null for all that is in force
 */
public record BulkExemptionForm(
        List<ExemptionForm> targets, @Nullable String plan) {
    /**
     * What came of it.
     *
     * @param created in the order sent
     * @param already exemptions that were there before
     * @param batch null when nothing was created
     */
    public record Result(
            List<Exemption> created,
            List<Exemption> already,
            @Nullable ExemptionBatch batch) {}

    /** Reads {@code {"targets":[{"kind","ref"}],"reason","expires","plan"}}. */
    public static BulkExemptionForm read(ObjectNode body, StrategyModel model, Lookups lookups, LocalDate today) {
        Form form = new Form(body, model, lookups);
        lookups.resolveIssues(body.path("targets"));
        String reason = ExemptionForm.reason(form.in);
        LocalDate expires = ExemptionForm.expires(form.in, null, today);
        String plan = form.key("plan", "PLAN-1", model::plan);
        List<ExemptionForm> targets = new ArrayList<>();
        for (Fields each : form.in.objects("targets", BulkForm.MOST)) {
            targets.add(ExemptionForm.target(each, lookups, null, reason, expires));
            each.finish("title", "level", "dead");
        }
        if (targets.isEmpty() && !form.in.isWrong("targets")) {
            form.in.wrong("targets", "required.targets", BulkForm.MOST);
        }
        form.finish();
        return new BulkExemptionForm(targets, plan);
    }

    /** Makes the exemptions that are not there yet. */
    public Result exempt(Draft draft, String author, LocalDate today) {
        List<Exemption> created = new ArrayList<>();
        List<Exemption> already = new ArrayList<>();
        Set<Object> seen = new HashSet<>();
        for (ExemptionForm each : targets) {
            Optional<Exemption> same = each.same(draft.model(), 0, today);
            if (same.isPresent()) {
                already.add(same.get());
            } else if (seen.add(List.of(each.kind(), each.target() == null ? each.ref() : each.target()))) {
                created.add(each.store(draft, author, today));
            }
        }
        if (created.isEmpty()) {
            return new Result(created, already, null);
        }
        long id = draft.nextNumber(io.throughline.app.store.Kind.EXEMPTION_BATCH);
        List<Long> ids = created.stream().map(Exemption::id).toList();
        return new Result(created, already, draft.put(new ExemptionBatch(id, ids, false, 1)));
    }

    /**
     * Takes a batch back: removes each of its exemptions that nobody changed since.
     *
     * @throws Refused ALREADY_UNDONE the second time
     */
    public static BulkForm.Undone undo(Draft draft, ExemptionBatch batch) {
        if (batch.undone()) {
            throw Refused.of(Kind.CONFLICT, "ALREADY_UNDONE").with("undo", batch.id());
        }
        List<Long> removed = new ArrayList<>();
        List<Long> conflicts = new ArrayList<>();
        for (Long id : batch.exemptions()) {
            Optional<Exemption> present = draft.model().exemption(id).filter(each -> each.version() == 1);
            if (present.isPresent()) {
                draft.remove(present.get());
                removed.add(id);
            } else {
                conflicts.add(id);
            }
        }
        draft.put(batch.taken());
        return new BulkForm.Undone(removed, conflicts);
    }
}

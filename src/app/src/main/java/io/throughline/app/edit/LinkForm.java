package io.throughline.app.edit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.throughline.app.edit.Refused.Kind;
import io.throughline.app.live.LinkTargets.Resolved;
import io.throughline.core.strategy.LinkTarget;
import io.throughline.core.strategy.StrategyModel;
import io.throughline.core.strategy.WorkLink;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a work link. */
public final class LinkForm {
    private LinkForm() {}

    /**
     * The link that a body describes. A target sent back as hidden, or as it was shown, stays what it was.
     *
     * @param before the link that is replaced, null for a new one
     * @throws Refused ALREADY_LINKED if the objective has a link to the same target
     */
    public static WorkLink read(
            ObjectNode body, StrategyModel model, Lookups lookups, @Nullable WorkLink before, long id, Instant now) {
        Form form = new Form(body, model, lookups);
        String objective = form.requiredKey("objective", "OBJ-1", model::objective);
        Fields sent = form.in.object("target");
        if (sent == null && !form.in.isWrong("target")) {
            form.in.wrong("target", "required.object");
        }
        Resolved resolved = sent == null ? Resolved.absent() : target(sent, lookups, before);
        Double weight = form.in.number("weight", Range.WEIGHT);
        form.finish("id", "created", "version", "warnings", "evaluatedAt");
        LinkTarget target = resolved.target();
        if (target == null) {
            throw new IllegalStateException("an unresolved target was not refused");
        }
        refuseTwice(model, objective, target, id);
        Instant created = before == null ? now : before.created();
        long version = before == null ? 1 : before.version();
        return new WorkLink(id, objective, target, weight, created, version);
    }

    static Resolved target(Fields sent, Lookups lookups, @Nullable WorkLink before) {
        LinkTarget.Kind kind = sent.requiredChoice("kind", LinkTarget.Kind.class);
        boolean hidden = sent.flag("hidden", false);
        String ref = sent.text("ref", kind == LinkTarget.Kind.JQL ? Fields.QUERY_LENGTH : Fields.NAME_LENGTH);
        sent.finish("id", "title", "dead", "level");
        if (before != null && before.target().kind() == kind && isAsShown(ref, hidden, before, lookups)) {
            return new Resolved(before.target(), List.of(), List.of());
        }
        if (ref == null) {
            if (!sent.isWrong("ref")) {
                sent.wrong("ref", "required.ref." + kind);
            }
            return Resolved.absent();
        }
        if (sent.isWrong("kind")) {
            return Resolved.absent();
        }
        Resolved resolved = lookups.resolve(kind, ref.strip());
        if (resolved.target() == null) {
            if (kind == LinkTarget.Kind.JQL) {
                sent.wrong("ref", "query", String.join(" ", resolved.problems()));
            } else {
                sent.wrong("ref", "target." + kind);
            }
        }
        return resolved;
    }

    private static boolean isAsShown(@Nullable String ref, boolean hidden, WorkLink before, Lookups lookups) {
        var shown = lookups.show(before.target());
        return shown.hidden() ? hidden && ref == null : ref != null && ref.equals(shown.ref());
    }

    private static void refuseTwice(StrategyModel model, String objective, LinkTarget target, long id) {
        for (WorkLink other : model.linksOf(objective)) {
            if (other.id() != id && isSame(other.target(), target)) {
                throw Refused.of(Kind.CONFLICT, "ALREADY_LINKED")
                        .with("objective", objective)
                        .with("link", other.id());
            }
        }
    }

    /** Whether two targets mean the same thing, by id where there is one. */
    public static boolean isSame(LinkTarget one, LinkTarget other) {
        boolean byId = one.id() != null && other.id() != null;
        return one.kind() == other.kind()
                && (byId ? one.id().equals(other.id()) : one.ref().equals(other.ref()));
    }
}

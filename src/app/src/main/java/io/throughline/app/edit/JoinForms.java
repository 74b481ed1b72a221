package io.throughline.app.edit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.throughline.app.edit.Refused.Kind;
import io.throughline.core.strategy.Cause;
import io.throughline.core.strategy.Contribution;
import io.throughline.core.strategy.StrategyModel;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads what joins two objectives: contributions and causes. */
public final class JoinForms {
    private JoinForms() {}

    /**
     * The contribution that a body describes.
     *
     * @throws Refused CYCLE with the path, if it would count below itself; ALREADY_CONTRIBUTES
     */
    public static Contribution contribution(ObjectNode body, StrategyModel model, Lookups lookups, long id) {
        Form form = new Form(body, model, lookups);
        String from = form.requiredKey("from", "OBJ-9", model::objective);
        String to = form.requiredKey("to", "OBJ-1", model::objective);
        double weight = form.in.number("weight", Range.WEIGHT, 1);
        form.finish("id", "version", "name", "plan");
        for (Contribution other : model.contributions()) {
            if (other.from().equals(from) && other.to().equals(to)) {
                throw Refused.of(Kind.CONFLICT, "ALREADY_CONTRIBUTES")
                        .with("from", from)
                        .with("to", to)
                        .with("contribution", other.id());
            }
        }
        List<String> ring =
                from.equals(to) ? List.of(from, from) : model.ring(from, to).orElse(List.of());
        if (!ring.isEmpty()) {
            throw Refused.of(Kind.CONFLICT, "CYCLE").with("path", ring);
        }
        return new Contribution(id, from, to, weight, 1);
    }

    /**
     * The arrow that a body describes.
     *
     * @throws Refused CAUSE_CYCLE with the path, if it would cause itself; ALREADY_CAUSES
     */
    public static Cause cause(ObjectNode body, StrategyModel model, Lookups lookups, long id) {
        Form form = new Form(body, model, lookups);
        String cause = form.requiredKey("cause", "OBJ-3", model::objective);
        String effect = form.requiredKey("effect", "OBJ-1", model::objective);
        form.finish("id", "version");
        for (Cause other : model.causes()) {
            if (other.cause().equals(cause) && other.effect().equals(effect)) {
                throw Refused.of(Kind.CONFLICT, "ALREADY_CAUSES")
                        .with("cause", cause)
                        .with("effect", effect)
                        .with("arrow", other.id());
            }
        }
        List<String> path = new ArrayList<>(List.of(cause));
        if (leads(model, effect, cause, path, new HashSet<>())) {
            throw Refused.of(Kind.CONFLICT, "CAUSE_CYCLE").with("path", path);
        }
        return new Cause(id, cause, effect, 1);
    }

    /** Follows the arrows, and leaves the way in {@code path} if there is one. */
    private static boolean leads(StrategyModel model, String at, String wanted, List<String> path, Set<String> seen) {
        path.add(at);
        if (at.equals(wanted)) {
            return true;
        }
        if (seen.add(at)) {
            for (Cause arrow : model.causes()) {
                if (arrow.cause().equals(at) && leads(model, arrow.effect(), wanted, path, seen)) {
                    return true;
                }
            }
        }
        path.remove(path.size() - 1);
        return false;
    }
}

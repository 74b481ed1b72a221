package io.throughline.app.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.throughline.app.access.Caller;
import io.throughline.app.live.LinkTargets;
import io.throughline.app.store.Json;
import io.throughline.app.store.LoggedChange;
import io.throughline.core.strategy.Exemption;
import io.throughline.core.strategy.LinkTarget;
import org.jspecify.annotations.Nullable;

/**
 * Rows of the change log as one caller may see them. They are shown as they are hashed, so that anybody can check the
 * chain; only a row that names work which the caller may not browse, or settings which it may not read, is masked and
 * says so.
 */
final class ChangeView {
    private final Views views;
    private final Caller caller;

    ChangeView(Views views, Caller caller) {
        this.views = views;
        this.caller = caller;
    }

    ObjectNode row(LoggedChange change) {
        ObjectNode before = seen(change.object(), change.before());
        ObjectNode after = seen(change.object(), change.after());
        ObjectNode json =
                Json.object().put("seq", change.seq()).put("at", change.at().toString());
        json.put("actor", change.actor());
        json.put("actorName", Views.fullName(views.lookups(), change.actor()));
        json.put("actorActive", views.lookups().isActive(change.actor()));
        json.put("object", change.object());
        json.<ObjectNode>set("before", before).set("after", after);
        json.put("previous", change.previous()).put("hash", change.hash());
        boolean masked = differs(before, change.before()) || differs(after, change.after());
        return masked ? json.put("masked", true) : json;
    }

    private static boolean differs(@Nullable ObjectNode seen, @Nullable ObjectNode stored) {
        return stored != null && !stored.equals(seen);
    }

    private @Nullable ObjectNode seen(String object, @Nullable ObjectNode stored) {
        if (stored == null) {
            return null;
        }
        if (object.equals("SETTINGS") && !caller.mayAdminister()) {
            return Json.object().put("hidden", true);
        }
        ObjectNode seen = stored.deepCopy();
        if (object.startsWith("LINK-")) {
            mask(seen);
        } else if (object.startsWith("EXEMPTION-")) {
            JsonNode target = seen.path("target");
            Exemption.Kind kind = Exemption.Kind.valueOf(seen.path("kind").textValue());
            Long id = target.isNumber() ? (Long) target.longValue() : null;
            ObjectNode shown = Json.object();
            views.mask(shown, kind, seen.path("ref").textValue(), id);
            if (shown.path("hidden").booleanValue()) {
                seen.putNull("ref").putNull("target").put("hidden", true);
            }
        } else if (object.startsWith("KPI-") && seen.path("source") instanceof ObjectNode source) {
            views.maskQuery(source);
        } else if (object.startsWith("PLAN-")) {
            views.maskProjects(seen);
        }
        return seen;
    }

    private void mask(ObjectNode link) {
        JsonNode target = link.path("target");
        JsonNode id = target.path("id");
        LinkTarget stored = new LinkTarget(
                LinkTarget.Kind.valueOf(target.path("kind").textValue()),
                target.path("ref").textValue(),
                id.isNumber() ? id.longValue() : null);
        LinkTargets.Shown shown = views.lookups().show(stored);
        if (shown.hidden()) {
            link.set("target", views.target(stored));
        }
    }
}

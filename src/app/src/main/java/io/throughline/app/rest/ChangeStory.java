package io.throughline.app.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.throughline.app.store.Json;
import io.throughline.app.store.Kind;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A row of the change log as people read it: which thing, what about it, from what to what. */
final class ChangeStory {
    private static final Map<Kind<?>, String> TOLD = Map.of(
            Kind.PLAN, "PLAN",
            Kind.THEME, "THEME",
            Kind.OBJECTIVE, "OBJECTIVE",
            Kind.KPI, "KPI",
            Kind.ACTUAL, "ACTUAL",
            Kind.LINK, "LINK",
            Kind.CONTRIBUTION, "CONTRIBUTION",
            Kind.CAUSE, "CAUSE");

    /** Bookkeeping: follows from the change and says nothing more. */
    private static final Set<String> SILENT = Set.of(
            "key",
            "id",
            "version",
            "position",
            "created",
            "enteredAt",
            "enteredBy",
            "attestedAt",
            "runAs",
            "period",
            "kpi");

    private static final Set<String> PEOPLE = Set.of("owner", "attestedBy", "attestedFor");
    private static final Set<String> PLACES = Set.of("plan", "theme", "parent", "objective");

    private final Views views;
    private final Belonging belonging;

    ChangeStory(Views views, Belonging belonging) {
        this.views = views;
        this.belonging = belonging;
    }

    /** Whether the object is one that people know: strategy, its values and its links, not the app's own bookkeeping. */
    static boolean isTold(String object) {
        return Kind.named(object).filter(TOLD::containsKey).isPresent();
    }

    /** @param row as its reader may see it, see {@link ChangeView} */
    ObjectNode tell(ObjectNode row) {
        String object = row.get("object").textValue();
        JsonNode was = row.get("before");
        JsonNode is = row.get("after");
        JsonNode content = is.isNull() ? was : is;
        ObjectNode json = Json.object();
        for (String field : List.of("seq", "at", "actor", "actorName", "actorActive", "object")) {
            json.set(field, row.get(field));
        }
        json.put("kind", TOLD.get(Kind.named(object).orElseThrow()));
        json.put("change", was.isNull() ? "CREATED" : is.isNull() ? "REMOVED" : "CHANGED");
        json.put("name", name(object, content));
        String of = above(object, content);
        json.set("of", of == null ? null : CardView.named(of, belonging.name(of).orElse(of)));
        json.put("period", content.path("period").textValue());
        ArrayNode fields = json.putArray("fields");
        if (!was.isNull() && !is.isNull() || object.indexOf('/') >= 0) {
            compare("", was, is, fields);
        }
        return json.put("masked", row.path("masked").booleanValue());
    }

    /** What a link leads to, as the log calls it, null if it may not be named; what arrows and contributions lead from. */
    private @Nullable String name(String object, JsonNode content) {
        if (object.startsWith("LINK-")) {
            return content.at("/target/ref").textValue();
        }
        if (object.startsWith("CONTRIBUTION-") || object.startsWith("CAUSE-")) {
            String from =
                    content.path(object.startsWith("CAUSE-") ? "cause" : "from").textValue();
            return Optional.ofNullable(from).flatMap(belonging::name).orElse(from);
        }
        int slash = object.indexOf('/');
        String named = slash < 0 ? object : object.substring(0, slash);
        return Optional.ofNullable(content.path("name").textValue())
                .or(() -> belonging.name(named))
                .orElse(named);
    }

    /** What the changed thing hangs on; null for a plan or theme. */
    private static @Nullable String above(String object, JsonNode content) {
        if (object.startsWith("OBJ-") || object.startsWith("TH-") || object.startsWith("PLAN-")) {
            return null;
        }
        for (String field : List.of("objective", "kpi", "to", "effect")) {
            String key = content.path(field).textValue();
            if (key != null) {
                return key;
            }
        }
        return null;
    }

    private void compare(String prefix, JsonNode was, JsonNode is, ArrayNode fields) {
        Set<String> names = new LinkedHashSet<>();
        is.fieldNames().forEachRemaining(names::add);
        was.fieldNames().forEachRemaining(names::add);
        for (String name : names) {
            JsonNode before = was.path(name).isMissingNode() ? NullNode.getInstance() : was.path(name);
            JsonNode after = is.path(name).isMissingNode() ? NullNode.getInstance() : is.path(name);
            boolean isSilent =
                    prefix.isEmpty() && SILENT.contains(name) || prefix.equals("target.") && name.equals("id");
            if (isSilent || before.equals(after)) {
                continue;
            }
            if (before.isObject() || after.isObject()) {
                compare(prefix + name + ".", before, after, fields);
            } else {
                ObjectNode field = fields.addObject().put("field", prefix + name);
                field.<ObjectNode>set("was", said(name, before)).set("is", said(name, after));
            }
        }
    }

    /** People and places by their names. */
    private JsonNode said(String field, JsonNode value) {
        String key = value.textValue();
        if (key == null) {
            return value;
        }
        if (PEOPLE.contains(field)) {
            return TextNode.valueOf(Views.fullName(views.lookups(), key));
        }
        return PLACES.contains(field) ? TextNode.valueOf(belonging.name(key).orElse(key)) : value;
    }
}

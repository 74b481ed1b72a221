package io.throughline.app.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.throughline.app.store.Json;
import io.throughline.app.web.Language;
import io.throughline.core.explain.Derivation;
import io.throughline.core.explain.Input;
import io.throughline.core.explain.LeftOut;
import io.throughline.core.strategy.Kpi;
import io.throughline.core.strategy.Objective;
import io.throughline.core.strategy.StrategyModel;
import io.throughline.core.strategy.Theme;
import io.throughline.core.strategy.WorkLink;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Derivations as one caller may read them: with names, reasons in its language, and nothing of work that it may not see. */
final class ExplainView {
    private static final String LINK = "link:";

    private final Views views;
    private final StrategyModel model;
    private final Language language;

    ExplainView(Views views, StrategyModel model, Language language) {
        this.views = views;
        this.model = model;
        this.language = language;
    }

    void addTo(ObjectNode json, Map<String, Derivation> derivations) {
        ObjectNode numbers = json.putObject("numbers");
        derivations.forEach((name, derivation) -> numbers.set(name, view(derivation)));
    }

    /** How many items the caller may not browse: the one number that each caller has its own of. */
    void addHidden(ObjectNode json, double items, int hidden) {
        ObjectNode number = json.withObjectProperty("numbers").putObject("delivery.hidden");
        number.put("value", hidden).put("formula", "items - browsable");
        ArrayNode inputs = number.putArray("inputs");
        inputs.add(view(new Input("items", items, null, null)));
        inputs.add(view(new Input("browsable", items - hidden, null, null)));
        number.putArray("leftOut");
    }

    private ObjectNode view(Derivation derivation) {
        ObjectNode json = Json.object();
        if (derivation.word() == null) {
            json.set("value", Json.number(derivation.value()));
        } else {
            json.put("value", derivation.word());
        }
        json.put("formula", derivation.formula());
        ArrayNode inputs = json.putArray("inputs");
        derivation.inputs().forEach(input -> inputs.add(view(derivation, input)));
        ArrayNode leftOut = json.putArray("leftOut");
        derivation.leftOut().forEach(each -> leftOut.add(view(each)));
        return json;
    }

    private ObjectNode view(Derivation derivation, Input input) {
        ObjectNode json = view(input);
        json.set("adds", Json.number(derivation.adds(input)));
        return json;
    }

    private ObjectNode view(Input input) {
        ObjectNode json = named(input.ref());
        if (input.value() == null) {
            json.put("value", input.text());
        } else {
            json.set("value", Json.number(input.value()));
        }
        json.set("weight", Json.number(input.weight()));
        return json.putNull("adds").put("text", input.text());
    }

    private ObjectNode view(LeftOut leftOut) {
        String code = leftOut.reason().name();
        return named(leftOut.ref())
                .put("reason", language.text("throughline.explain.left-out." + code))
                .put("code", code);
    }

    /** By key as everywhere, links as the change log calls them. */
    private ObjectNode named(String ref) {
        if (!ref.startsWith(LINK)) {
            return Json.object().put("ref", ref).put("name", name(ref));
        }
        long id = Long.parseLong(ref.substring(LINK.length()));
        ObjectNode json = Json.object().put("ref", "LINK-" + id);
        Optional<WorkLink> link = model.link(id);
        return json.put("name", link.map(this::target).orElse(null));
    }

    private @Nullable String target(WorkLink link) {
        return views.target(link.target()).path("ref").textValue();
    }

    private @Nullable String name(String key) {
        return model.objective(key)
                .map(Objective::name)
                .or(() -> model.theme(key).map(Theme::name))
                .or(() -> model.kpi(key).map(Kpi::name))
                .orElse(null);
    }
}

package io.throughline.app.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.throughline.app.store.Json;
import io.throughline.app.web.Language;
import io.throughline.core.scorecard.LookFirst;
import io.throughline.core.strategy.Kpi;
import io.throughline.core.strategy.Objective;
import io.throughline.core.strategy.Perspective;
import io.throughline.core.strategy.Plan;
import io.throughline.core.strategy.StrategyModel;
import io.throughline.core.strategy.Theme;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A plan as rows in groups. Only what takes part is on a scorecard: no drafts, nothing given up. */
final class ScorecardView {
    /** What the groups are. */
    enum GroupBy {
        THEME,
        PERSPECTIVE
    }

    private final StrategyModel model;
    private final Views views;
    private final Blocks blocks;
    private final Language language;
    private final Map<String, Integer> signals = new TreeMap<>();
    private final List<String> objectives = new ArrayList<>();

    ScorecardView(StrategyModel model, Views views, Blocks blocks, Language language) {
        this.model = model;
        this.views = views;
        this.blocks = blocks;
        this.language = language;
    }

    ObjectNode plan(Plan plan, GroupBy by, Instant now) {
        ObjectNode json = Json.object();
        json.set("plan", views.plan(plan));
        json.put("groupBy", by.name()).put("at", now.toString());
        json.put(Part.VERSION, model.version());
        blocks.addTo(json, plan.key());
        ArrayNode groups = json.putArray("groups");
        if (by == GroupBy.THEME) {
            model.themesOf(plan.key()).forEach(theme -> groups.add(group(theme)));
        } else {
            for (Perspective perspective : Perspective.values()) {
                groups.add(group(perspective, model.objectivesIn(plan.key())));
            }
        }
        ObjectNode counts = json.putObject("signals");
        signals.forEach(counts::put);
        ArrayNode lookFirst = json.putArray("lookFirst");
        LookFirst.among(objectives, blocks::outcome).forEach(lookFirst::add);
        blocks.addIndexing(json);
        return json;
    }

    private ObjectNode group(Theme theme) {
        ObjectNode json = Json.object().put("key", theme.key()).put("name", theme.name());
        json.set("owner", views.person(theme.owner()));
        blocks.addTo(json, theme.key());
        addRows(json.putArray("rows"), model.objectivesOf(theme.key()), 0);
        return json;
    }

    /** A perspective is no node of the plan, so it has rows but no numbers of its own. */
    private ObjectNode group(Perspective perspective, List<Objective> all) {
        ObjectNode json = Json.object().put("key", perspective.name());
        json.put("name", language.text("throughline.perspective." + perspective.name()));
        json.putNull("owner").putNull("outcome").putNull("delivery").putNull("signal");
        ArrayNode rows = json.putArray("rows");
        all.stream()
                .filter(each ->
                        each.perspective() == perspective && each.state().takesPart())
                .forEach(each -> rows.add(row(each, 0)));
        return json;
    }

    private void addRows(ArrayNode rows, List<Objective> objectives, int depth) {
        for (Objective objective : objectives) {
            if (objective.state().takesPart()) {
                rows.add(row(objective, depth));
                addRows(rows, model.subObjectivesOf(objective.key()), depth + 1);
            }
        }
    }

    private ObjectNode row(Objective objective, int depth) {
        ObjectNode json = Json.object().put("key", objective.key()).put("name", objective.name());
        json.put("depth", depth).put("perspective", objective.perspective().name());
        json.put("state", objective.state().name()).set("owner", views.person(objective.owner()));
        json.put("due", model.dueOf(objective.key()).map(String::valueOf).orElse(null));
        blocks.addTo(json, objective.key());
        objectives.add(objective.key());
        String signal = json.path("signal").path("kind").textValue();
        if (signal != null) {
            signals.merge(signal, 1, Integer::sum);
        }
        ArrayNode kpis = json.putArray("kpis");
        for (Kpi kpi : model.kpisOf(objective.key())) {
            ObjectNode each = views.kpiRow(kpi);
            blocks.addOutcomeTo(each, kpi.key());
            kpis.add(each);
        }
        return json;
    }
}

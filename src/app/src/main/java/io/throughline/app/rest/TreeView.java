package io.throughline.app.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.throughline.app.access.People.Person;
import io.throughline.app.store.Json;
import io.throughline.core.measures.OutcomeBlock;
import io.throughline.core.strategy.Cause;
import io.throughline.core.strategy.Contribution;
import io.throughline.core.strategy.Kpi;
import io.throughline.core.strategy.Objective;
import io.throughline.core.strategy.Plan;
import io.throughline.core.strategy.PlanOutline;
import io.throughline.core.strategy.StrategyModel;
import io.throughline.core.strategy.Theme;
import io.throughline.core.strategy.WorkLink;
import java.util.List;
import java.util.Optional;

/** A plan with all that is in it, as one nested object. */
final class TreeView {
    private final StrategyModel model;
    private final Views views;
    private final Blocks blocks;
    private final Optional<Kept> kept;

    /** Where rows are kept as text. */
    record Kept(KpiRows kpis, LinkRows links) {}

    TreeView(StrategyModel model, Views views, Blocks blocks) {
        this(model, views, blocks, Optional.empty());
    }

    /** @param kept without it every field of the tree can be read */
    TreeView(StrategyModel model, Views views, Blocks blocks, Optional<Kept> kept) {
        this.model = model;
        this.views = views;
        this.blocks = blocks;
        this.kept = kept;
    }

    ObjectNode plan(Plan plan) {
        views.preload(model.objectivesIn(plan.key()).stream()
                .flatMap(objective -> model.linksOf(objective.key()).stream())
                .map(WorkLink::target)
                .toList());
        ObjectNode json = views.plan(plan);
        blocks.addTo(json, plan.key());
        ArrayNode themes = json.putArray("themes");
        List<Theme> own = model.themesOf(plan.key());
        for (int i = 0; i < own.size(); i++) {
            themes.add(theme(own.get(i), i));
        }
        blocks.addIndexing(json);
        return json;
    }

    /**
     * Of the plan only one objective with all that is below it, and what it stands under without KPIs and links; beside them as
     * {@code neighbours} what it brings about and what brings it about. A page of one objective reads this.
     */
    ObjectNode around(Plan plan, Objective objective) {
        ObjectNode json = views.plan(plan);
        blocks.addTo(json, plan.key());
        ArrayNode themes = json.putArray("themes");
        Theme theme = model.themeOf(objective.key()).orElseThrow();
        ObjectNode node = objective(objective, views.index(objective));
        for (String above = objective.parent(); above != null; ) {
            Objective parent = model.objective(above).orElseThrow();
            ObjectNode bare = views.objective(parent);
            blocks.addTo(bare, parent.key());
            bare.putArray("objectives").add(node);
            List.of("kpis", "links", "contributed").forEach(bare::putArray);
            node = bare;
            above = parent.parent();
        }
        ObjectNode top = views.theme(theme);
        blocks.addTo(top, theme.key());
        top.putArray("objectives").add(node);
        themes.add(top);
        ArrayNode neighbours = json.putArray("neighbours");
        for (Cause each : model.causes()) {
            boolean isCause = each.effect().equals(objective.key());
            if (isCause || each.cause().equals(objective.key())) {
                model.objective(isCause ? each.cause() : each.effect())
                        .ifPresent(other -> neighbours.add(neighbour(other, isCause, plan)));
            }
        }
        blocks.addIndexing(json);
        return json;
    }

    /** It may be of another plan, whose numbers are not at hand. */
    private ObjectNode neighbour(Objective other, boolean isCause, Plan here) {
        ObjectNode json = Json.object().put("key", other.key()).put("name", other.name());
        json.put("is", isCause ? "CAUSE" : "EFFECT").putNull("outcome");
        if (model.planOf(other.key()).filter(here::equals).isPresent()) {
            blocks.addOutcomeTo(json, other.key());
        }
        return json;
    }

    private ObjectNode theme(Theme theme, int index) {
        ObjectNode json = views.theme(theme, index);
        blocks.addTo(json, theme.key());
        addObjectives(json, model.objectivesOf(theme.key()));
        return json;
    }

    private void addObjectives(ObjectNode into, List<Objective> objectives) {
        ArrayNode array = into.putArray("objectives");
        for (int i = 0; i < objectives.size(); i++) {
            array.add(objective(objectives.get(i), i));
        }
    }

    private ObjectNode objective(Objective objective, int index) {
        String key = objective.key();
        ObjectNode json = views.objective(objective, index);
        blocks.addTo(json, key);
        addObjectives(json, model.subObjectivesOf(key));
        ArrayNode kpis = json.putArray("kpis");
        for (Kpi kpi : model.kpisOf(key)) {
            kpis.add(kpi(kpi));
        }
        ArrayNode links = json.putArray("links");
        for (WorkLink link : model.linksOf(key)) {
            links.add(
                    kept.isEmpty()
                            ? writtenAnew(link)
                            : kept.get().links().row(link, blocks, views.lookups(), () -> writtenAnew(link)));
        }
        ArrayNode contributed = json.putArray("contributed");
        for (Contribution each : model.contributionsTo(key)) {
            if (PlanOutline.takesPart(model, each)) { // the score of this plan has no other
                contributed.add(contributed(each));
            }
        }
        return json;
    }

    private JsonNode kpi(Kpi kpi) {
        if (kept.isEmpty()) {
            return writtenAnew(kpi);
        }
        Optional<Person> owner = Optional.ofNullable(kpi.owner()).flatMap(views.lookups()::withKey);
        OutcomeBlock outcome = blocks.outcome(kpi.key());
        return kept.get().kpis().row(kpi, model.actualsOf(kpi.key()), outcome, owner, () -> writtenAnew(kpi));
    }

    private ObjectNode writtenAnew(WorkLink link) {
        ObjectNode json = views.link(link);
        blocks.addTo(json, link.id());
        return json;
    }

    private ObjectNode writtenAnew(Kpi kpi) {
        ObjectNode json = views.kpiWithActual(kpi);
        blocks.addOutcomeTo(json, kpi.key());
        views.addTrend(kpi, json.putArray("trend"));
        return json;
    }

    private ObjectNode contributed(Contribution contribution) {
        ObjectNode json = views.contribution(contribution);
        blocks.addTo(json, contribution.from());
        return json;
    }
}

package io.throughline.app.rest;

import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.throughline.app.access.Caller;
import io.throughline.app.map.MapLayouts;
import io.throughline.app.map.MapStructure;
import io.throughline.app.rest.ScorecardView.GroupBy;
import io.throughline.app.store.Json;
import io.throughline.app.web.Language;
import io.throughline.app.web.Languages;
import io.throughline.core.strategy.Objective;
import io.throughline.core.strategy.Plan;
import io.throughline.core.strategy.StrategyModel;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Optional;

/** What pages show of a whole plan, as of now or of a past day. */
@JiraComponent
public final class PlanParts {
    private final Calls calls;
    private final Moments moments;
    private final Languages languages;
    private final TreeView.Kept rows;
    private final MapLayouts maps;
    private final PlanChanges changes;
    private final Shape<Plan> shape = new PlanShape();

    @Inject
    public PlanParts(Calls calls, Moments moments, Languages languages, KpiRows kpis, LinkRows links, MapLayouts maps) {
        this.calls = calls;
        this.moments = moments;
        this.languages = languages;
        this.rows = new TreeView.Kept(kpis, links);
        this.maps = maps;
        this.changes = new PlanChanges(calls);
    }

    /** The plan with all that is in it, or {@code around} one objective. */
    Part tree(String key, Query query, Caller caller) {
        String around = query.text("around").orElse("");
        Moments.Moment moment = moments.of(query);
        StrategyModel model = moment.model();
        Plan plan = moment.find(shape, key);
        Objective only = around.isEmpty() ? null : objectiveOf(plan, moment, around);
        Language language = languages.ofReader();
        return new Part(stamp("tree " + around, key, moment, caller, language), model.version(), () -> {
            Blocks blocks = new Blocks(moment.plan(key, caller), language);
            Views views = new Views(model, calls.lookups(caller));
            // a past day's would push out those of now
            TreeView view = new TreeView(model, views, blocks, Optional.of(rows).filter(kept -> moment.isNow()));
            ObjectNode tree = only == null ? view.plan(plan) : view.around(plan, only);
            tree.put(Part.VERSION, model.version());
            moment.addTo(tree, key, language);
            return tree;
        });
    }

    private static Objective objectiveOf(Plan plan, Moments.Moment moment, String key) {
        StrategyModel model = moment.model();
        return model.objective(key)
                .filter(each -> model.planOf(each.key()).filter(plan::equals).isPresent())
                .orElseThrow(() -> moment.absentThen(key));
    }

    /** The plan as rows in groups. */
    Part scorecard(String key, Query query, Caller caller) {
        GroupBy by = query.choice("groupBy", GroupBy.class, GroupBy.THEME);
        Moments.Moment moment = moments.of(query);
        StrategyModel model = moment.model();
        Plan plan = moment.find(shape, key);
        Language language = languages.ofReader();
        return new Part(stamp(by.name(), key, moment, caller, language), model.version(), () -> {
            Blocks blocks = new Blocks(moment.plan(key, caller), language);
            Views views = new Views(model, calls.lookups(caller));
            ObjectNode card = new ScorecardView(model, views, blocks, language).plan(plan, by, calls.now());
            moment.addTo(card, key, language);
            return card;
        });
    }

    /** The strategy map, laid out. */
    Part map(String key, Query query, Caller caller) {
        Moments.Moment moment = moments.of(query);
        StrategyModel model = moment.model();
        Plan plan = moment.find(shape, key);
        Language language = languages.ofReader();
        return new Part(stamp("map", key, moment, caller, language), model.version(), () -> {
            Blocks blocks = new Blocks(moment.plan(key, caller), language);
            Views views = new Views(model, calls.lookups(caller));
            MapStructure structure = MapStructure.of(model, key);
            ObjectNode map = new MapView(model, views, blocks, structure, maps.of(structure)).plan(plan, calls.now());
            moment.addTo(map, key, language);
            return map;
        });
    }

    /** How the plan stands, how it stood on an earlier day, and which objectives changed their signal in between. */
    Part standing(String key, Query query, Caller caller) {
        LocalDate since = query.pastDay("since", moments.today());
        Moments.Moment moment = moments.of(query);
        LocalDate earlier = since == null ? moment.day().minusDays(PlanChanges.USUAL_DAYS) : since;
        if (earlier.isAfter(moment.day())) {
            query.wrong("since", "at-most", "asOf", moment.day());
        }
        query.check();
        Plan plan = moment.find(shape, key);
        return Part.unstamped(() -> standing(plan, moment, earlier, caller));
    }

    private ObjectNode standing(Plan plan, Moments.Moment moment, LocalDate earlier, Caller caller) {
        String key = plan.key();
        Language language = languages.ofReader();
        Views views = new Views(moment.model(), calls.lookups(caller));
        Blocks blocks = new Blocks(moment.plan(key, caller), language);
        StandingView now = new StandingView(moment.model(), key, blocks);
        ObjectNode json = Json.object().set("plan", views.plan(plan));
        json.put(Part.MOMENT, calls.now().toString());
        json.put(Part.VERSION, moment.model().version());
        now.addTo(json);
        moment.addTo(json, key, language);
        blocks.addIndexing(json);
        json.put("since", earlier.toString());
        Moments.Moment then = moments.at(earlier);
        if (then.model().plan(key).isEmpty()) {
            return json.putNull("before").putNull("changed");
        }
        StandingView stood = new StandingView(then.model(), key, new Blocks(then.plan(key, caller), language));
        ObjectNode before = json.putObject("before");
        stood.addTo(before);
        then.addTo(before, key, language);
        now.addChangedSince(stood, json, views);
        return json;
    }

    /** What was changed about the plan between two days, newest first. */
    Part changes(String key, Query query, Caller caller) {
        Plan plan = Calls.find(shape, calls.store().model(), key);
        return Part.unstamped(() -> changes.answer(plan, caller, query));
    }

    /**
     * What an answer about a plan depends on, whoever asks.
     *
     * @param what is asked, with all that narrows it
     */
    private String stamp(String what, String key, Moments.Moment moment, Caller caller, Language language) {
        return String.join(
                " ",
                what,
                key,
                language.locale().toLanguageTag(),
                moment.stamp(key, caller),
                Owners.stamp(moment.model(), key, calls.lookups(caller)));
    }
}

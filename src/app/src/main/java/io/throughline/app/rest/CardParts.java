package io.throughline.app.rest;

import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.throughline.app.access.Caller;
import io.throughline.app.edit.Achievement;
import io.throughline.app.live.WorkReading;
import io.throughline.app.web.Language;
import io.throughline.app.web.Languages;
import io.throughline.core.strategy.Kpi;
import io.throughline.core.strategy.Objective;
import io.throughline.core.strategy.Plan;
import io.throughline.core.strategy.StrategyModel;
import jakarta.inject.Inject;

/** What pages show of one objective or one KPI, as of now or of a past day. */
@JiraComponent
public final class CardParts {
    private final Calls calls;
    private final Moments moments;
    private final Languages languages;
    private final Shape<Objective> objectives;
    private final Shape<Kpi> kpis = new KpiShape();

    @Inject
    public CardParts(Calls calls, WorkReading work, Moments moments, Languages languages) {
        this.calls = calls;
        this.moments = moments;
        this.languages = languages;
        this.objectives = new ObjectiveShape(new Achievement(work));
    }

    /** The objective with where it stands, its blocks and its KPIs. */
    Part objective(String key, Query query, Caller caller) {
        Moments.Moment moment = moments.of(query);
        StrategyModel model = moment.model();
        Objective objective = moment.find(objectives, key);
        Plan plan = model.planOf(key).orElseThrow(() -> moment.absentThen(key));
        Language language = languages.ofReader();
        return Part.unstamped(() -> {
            Blocks blocks = new Blocks(moment.plan(plan.key(), caller), language);
            ObjectNode json = new CardView(model, new Views(model, calls.lookups(caller)), language)
                    .objective(objective, plan, blocks)
                    .put(Part.VERSION, model.version())
                    .put(Part.MOMENT, calls.now().toString());
            moment.addTo(json, plan.key(), language);
            return json;
        });
    }

    /** The KPI with the line it should follow and its values. */
    Part kpi(String key, Query query, Caller caller) {
        Moments.Moment moment = moments.of(query);
        StrategyModel model = moment.model();
        Kpi kpi = moment.find(kpis, key);
        Plan plan = model.planOf(key).orElse(null);
        Language language = languages.ofReader();
        return Part.unstamped(() -> {
            Blocks blocks = plan == null ? null : new Blocks(moment.plan(plan.key(), caller), language);
            ObjectNode json = new CardView(model, new Views(model, calls.lookups(caller)), language)
                    .kpi(kpi, plan, blocks)
                    .put(Part.VERSION, model.version())
                    .put(Part.MOMENT, calls.now().toString());
            moment.addDayTo(json);
            return json;
        });
    }
}

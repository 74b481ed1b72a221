package io.throughline.app.rest;

import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.throughline.app.access.Caller;
import io.throughline.app.daily.History;
import io.throughline.app.edit.Lookups;
import io.throughline.app.live.IndexHealth;
import io.throughline.app.live.OrphanDesk;
import io.throughline.app.live.OrphanQuestion;
import io.throughline.app.live.WorkReading;
import io.throughline.app.store.Json;
import io.throughline.app.web.Languages;
import io.throughline.core.orphans.OrphanKind;
import io.throughline.core.strategy.Plan;
import io.throughline.core.strategy.SizeMeasure;
import io.throughline.core.strategy.StrategyModel;
import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How much of the open work is covered, the orphans by kind, and the largest of them. Of a past day the sums and counts
 * are known from its record, sizes by kind and single orphans are not.
 */
@JiraComponent
public final class OrphanSummary {
    private static final int MOST_LARGEST = 20;
    private static final int USUAL_LARGEST = 5;

    private static final List<String> SHOWN = List.of("kind", "ref", "summary", "project", "owner", "openSize", "age");

    private final Calls calls;
    private final WorkReading work;
    private final Moments moments;
    private final History history;
    private final Languages languages;

    @Inject
    public OrphanSummary(Calls calls, WorkReading work, Moments moments, History history, Languages languages) {
        this.calls = calls;
        this.work = work;
        this.moments = moments;
        this.history = history;
        this.languages = languages;
    }

    Part of(Query query, Caller caller) {
        Optional<String> key = query.text("plan");
        int largest = query.whole("largest", 0, MOST_LARGEST, USUAL_LARGEST);
        if (key.isEmpty() && query.text("asOf").isPresent()) {
            query.wrong("plan", "required.key", "PLAN-1"); // days are kept plan by plan
        }
        Moments.Moment moment = moments.of(query);
        Plan plan = key.isEmpty() ? null : moment.find(new PlanShape(), key.get());
        return Part.unstamped(() -> of(plan, moment, largest, caller));
    }

    private ObjectNode of(@Nullable Plan plan, Moments.Moment moment, int largest, Caller caller) {
        StrategyModel model = moment.model();
        ObjectNode json = Json.object();
        json.set("plan", plan == null ? null : CardView.named(plan.key(), plan.name()));
        json.put("sizeMeasure", (plan == null ? SizeMeasure.COUNT : plan.sizeMeasure()).name());
        json.put(Part.MOMENT, calls.now().toString()).put(Part.VERSION, model.version());
        if (plan != null && !moment.isNow()) {
            addPast(json, plan.key(), moment);
            return json;
        }
        moment.addDayTo(json);
        IndexHealth health = work.health();
        if (!health.ready()) {
            json.putNull("open").putNull("largest").putArray("kinds");
            json.putObject("indexing").put("indexed", health.indexed()).put("total", health.total());
            return json;
        }
        addNow(json, plan == null ? null : plan.key(), model, largest, caller);
        return json;
    }

    private void addNow(ObjectNode json, @Nullable String plan, StrategyModel model, int largest, Caller caller) {
        Lookups lookups = calls.lookups(caller);
        OrphanRows rows = new OrphanRows(model, lookups, calls.today(), calls.zone());
        OrphanDesk desk = work.orphans(model, plan, caller);
        json.set("open", Blocks.json(desk.coverage().total()));
        ArrayNode kinds = json.putArray("kinds");
        desk.groups(asked(EnumSet.allOf(OrphanKind.class)), rows.outside(), OrphanQuestion.Group.KIND)
                .forEach((kind, tally) -> kinds.addObject()
                        .put("kind", kind)
                        .put("count", tally.count())
                        .set("openSize", Json.number(tally.openSize())));
        // a project's size is that of its epics and issues, which would be listed once more below it
        OrphanQuestion work = asked(EnumSet.of(OrphanKind.EPIC, OrphanKind.ISSUE));
        List<ObjectNode> found = desk.page(work, rows.outside(), 0, largest).rows().stream()
                .map(row -> rows.json(row).retain(SHOWN))
                .toList();
        json.putArray("largest").addAll(found);
    }

    private static OrphanQuestion asked(EnumSet<OrphanKind> kinds) {
        return new OrphanQuestion(kinds, null, null, 0, OrphanQuestion.Order.SIZE);
    }

    private void addPast(ObjectNode json, String plan, Moments.Moment moment) {
        Optional<History.OpenWeek> then =
                history.open(plan, moment.day(), 1).stream().findFirst();
        json.set("open", then.map(week -> Blocks.json(week.open().total())).orElse(null));
        ArrayNode kinds = json.putArray("kinds");
        then.ifPresent(week -> week.open()
                .orphans()
                .forEach((kind, count) -> kinds.addObject()
                        .put("kind", kind.name())
                        .put("count", count)
                        .putNull("openSize")));
        json.putNull("largest");
        moment.addTo(json, plan, languages.ofReader());
    }
}

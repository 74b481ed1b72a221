package io.throughline.app.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.throughline.app.access.Caller;
import io.throughline.app.store.ChangePage;
import io.throughline.app.store.Json;
import io.throughline.app.store.LoggedChange;
import io.throughline.core.strategy.Plan;
import io.throughline.core.strategy.StrategyModel;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What was changed about one plan between two days, newest first, each change with what it was and what it is. */
final class PlanChanges {
    /** Days back without {@code from}. */
    static final int USUAL_DAYS = 30;

    /** Rows of the log that are looked at; whether there were more is said. */
    private static final int MOST_ROWS = 20_000;

    private final Calls calls;

    PlanChanges(Calls calls) {
        this.calls = calls;
    }

    ObjectNode answer(Plan plan, Caller caller, Query query) {
        LocalDate today = calls.today();
        LocalDate to = Objects.requireNonNullElse(query.pastDay("to", today), today);
        LocalDate from = Objects.requireNonNullElse(query.pastDay("from", today), to.minusDays(USUAL_DAYS));
        int limit = query.limit();
        if (from.isAfter(to)) {
            query.wrong("from", "at-most", "to", to);
        }
        query.check();
        Instant start = from.atStartOfDay(calls.zone()).toInstant();
        Instant end = to.plusDays(1).atStartOfDay(calls.zone()).toInstant();
        ChangePage page = calls.store().changesBetween(start, end, MOST_ROWS);
        Instant first = page.rows().isEmpty() ? start : page.rows().get(0).at();
        StrategyModel before = calls.store().modelBefore(first);
        StrategyModel now = calls.store().model();
        List<ObjectNode> found = of(plan.key(), page.rows(), before, now, caller);

        ObjectNode json = Json.object();
        Views views = new Views(now, calls.lookups(caller));
        json.set("plan", views.plan(plan));
        json.put("from", from.toString()).put("to", to.toString());
        json.put("at", calls.now().toString()).put("modelVersion", version(to, today, end));
        json.put("total", found.size()).put("limit", limit);
        json.put("complete", page.total() == page.rows().size());
        ArrayNode values = json.putArray("values");
        for (int at = found.size() - 1; at >= Math.max(0, found.size() - limit); at--) {
            values.add(found.get(at));
        }
        return json;
    }

    /** Of the strategy when the last day ended: an older answer stays the same, whatever happens later. */
    private long version(LocalDate to, LocalDate today, Instant end) {
        return (to.isBefore(today)
                        ? calls.store().modelBefore(end)
                        : calls.store().model())
                .version();
    }

    /** Those that concern the plan, oldest first. */
    private List<ObjectNode> of(
            String plan, List<LoggedChange> rows, StrategyModel before, StrategyModel now, Caller caller) {
        Belonging belonging = new Belonging(before);
        Views views = new Views(now, calls.lookups(caller));
        ChangeView masked = new ChangeView(views, caller);
        ChangeStory story = new ChangeStory(views, belonging);
        List<ObjectNode> found = new ArrayList<>();
        for (LoggedChange row : rows) {
            JsonNode was = row.before();
            boolean concerned = belonging.isIn(plan, row.object(), was);
            belonging.follow(row);
            if ((concerned || belonging.isIn(plan, row.object(), row.after())) && ChangeStory.isTold(row.object())) {
                found.add(story.tell(masked.row(row)));
            }
        }
        return found;
    }
}

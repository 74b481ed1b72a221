package io.throughline.app.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.throughline.core.work.StatusCategory;
import io.throughline.core.work.WorkItem;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Through a month of seeded changes to strategy and work: what tree, scorecard and explanations showed at the end of each
 * day is what they show of that day ever after.
 */
@Tag("slow")
class MonthOfChangesTest {
    private static final int DAYS = 31;

    private final App app = App.inTime();
    private final Random random = new Random(20_260_301);
    private final Map<LocalDate, Map<String, JsonNode>> shown = new LinkedHashMap<>();

    private LocalDate today() {
        return LocalDate.ofInstant(app.clock.instant(), ZoneOffset.UTC);
    }

    @Test
    void whatWasShownAtTheEndOfADayIsWhatItsDateShows() {
        app.withSample();
        LocalDate first = today();
        app.dayKeeper.tick();
        for (int day = 0; day < DAYS; day++) {
            for (int change = 0; change < 12; change++) {
                app.clock.forward(Duration.ofMinutes(10 + random.nextInt(40)));
                change();
                app.dayKeeper.tick();
            }
            shown.put(today(), everything(""));
            toJustAfterMidnight();
            app.dayKeeper.tick();
        }

        assertThat(shown).hasSize(DAYS);
        shown.forEach((day, then) -> {
            Map<String, JsonNode> now = everything("asOf=" + day);
            assertThat(now.keySet()).as("what there was on " + day).isEqualTo(then.keySet());
            then.forEach((path, answer) ->
                    assertThat(now.get(path)).as(path + " of " + day).isEqualTo(answer));
        });
        assertThat(days("OBJ-1", first)).hasSizeGreaterThanOrEqualTo(DAYS);
    }

    private List<String> days(String key, LocalDate from) {
        List<String> days = new ArrayList<>();
        app.get("history/" + key + "?from=" + from)
                .expect(200)
                .json()
                .get("values")
                .forEach(day -> days.add(day.get("day").textValue() + day.get("filled")));
        return days;
    }

    private void toJustAfterMidnight() {
        Instant midnight = today().plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        app.clock.forward(Duration.between(app.clock.instant(), midnight.plusSeconds(7)));
    }

    /** Every answer that takes a date, by path, without what tells the moment of asking or how it was recorded. */
    private Map<String, JsonNode> everything(String asOf) {
        Map<String, JsonNode> all = new LinkedHashMap<>();
        String and = asOf.isEmpty() ? "" : "&" + asOf;
        for (String plan : new TreeSet<>(keys("plans"))) {
            String tree = "plans/" + plan + "/tree?x=1" + and;
            App.Reply reply = app.get(tree);
            if (reply.status() == 404) {
                continue;
            }
            all.put("tree " + plan, bare(reply.json()));
            all.put(
                    "card " + plan,
                    bare(app.get("plans/" + plan + "/scorecard?groupBy=THEME" + and)
                            .json()));
        }
        for (String kind : List.of("themes", "objectives", "kpis")) {
            for (String key : keys(kind)) {
                App.Reply reply = app.get("explain/" + key + "?x=1" + and);
                if (reply.status() == 200) {
                    all.put("explain " + key, outcomes(bare(reply.json())));
                }
            }
        }
        return all;
    }

    private List<String> keys(String kind) {
        List<String> keys = new ArrayList<>();
        app.get(kind + "?limit=200")
                .json()
                .get("values")
                .forEach(each -> keys.add(each.get("key").textValue()));
        return keys;
    }

    private static JsonNode bare(JsonNode answer) {
        ObjectNode bare = answer.deepCopy();
        bare.remove(List.of("at", "asOf", "snapshot"));
        forgetHidden(bare);
        return bare;
    }

    /** Who may see what is asked today; of a past day it is not known. */
    private static void forgetHidden(JsonNode node) {
        if (node instanceof ObjectNode object && object.has("unsized")) {
            object.remove("hidden");
        }
        node.forEach(MonthOfChangesTest::forgetHidden);
    }

    /** Deliveries of a past day were recorded and are not taken apart, so only their values are the same. */
    private static JsonNode outcomes(JsonNode explanation) {
        ObjectNode numbers = (ObjectNode) explanation.get("numbers");
        numbers.properties().forEach(number -> {
            if (number.getKey().startsWith("delivery.")) {
                ((ObjectNode) number.getValue()).remove(List.of("formula", "inputs", "leftOut"));
            }
        });
        numbers.remove(List.of(
                "delivery.hidden",
                "delivery.ownProgress",
                "delivery.forecast",
                "delivery.forecast.p50",
                "delivery.forecast.p85"));
        return explanation;
    }

    private String any(String kind) {
        List<String> keys = keys(kind);
        return keys.isEmpty() ? "OBJ-0" : keys.get(random.nextInt(keys.size()));
    }

    /** One change; that some are refused is as it should be. */
    private void change() {
        int number = random.nextInt(1_000);
        switch (random.nextInt(14)) {
            case 0 -> app.post("plans", "{'name':'Plan " + number + "','start':'2026-01-01','end':'2026-12-31'}");
            case 1 -> app.post("themes", "{'plan':'" + any("plans") + "','name':'Theme " + number + "'}");
            case 2, 3 -> app.post("objectives", "{'theme':'" + any("themes") + "','name':'Goal " + number + "'}");
            case 4 -> app.post("objectives", "{'parent':'" + any("objectives") + "','name':'Part " + number + "'}");
            case 5 ->
                app.post(
                        "links",
                        "{'objective':'" + any("objectives") + "','target':{'kind':'ISSUE','ref':'ABC-"
                                + (1 + number % 10) + "'}}");
            case 6 -> app.post("kpis", kpi(number));
            case 7, 8 ->
                app.post(
                        "kpis/" + any("kpis") + "/actuals",
                        "{'period':'2026-0" + (1 + number % 6) + "-"
                                + (number % 6 == 1 ? 28 : number % 2 == 0 ? 31 : 30) + "','value':" + number / 500.0
                                + "}");
            case 9 ->
                state(
                        any("objectives"),
                        List.of("ACTIVE", "ACHIEVED", "DRAFT", "ABANDONED").get(number % 4));
            case 10 -> rename(any("objectives"), "Renamed " + number);
            case 11 -> app.call("DELETE", "links/" + (1 + number % 20), null, "If-Match", "*");
            case 12 ->
                app.post(
                        "objectives/" + any("objectives") + "/move", "{'parent':'" + any("themes") + "','position':0}");
            default -> transition(1 + number % 10, StatusCategory.values()[number % 3]);
        }
    }

    private String kpi(int number) {
        String source =
                number % 3 == 0 ? "{'kind':'FORMULA','formula':'" + any("kpis") + " * 2'}" : "{'kind':'MANUAL'}";
        return "{'objective':'" + any("objectives") + "','name':'KPI " + number + "','direction':'INCREASE',"
                + "'baseline':{'value':0,'date':'2026-01-01'},'target':{'value':2,'date':'2026-12-31'},'source':"
                + source + "}";
    }

    private void state(String key, String state) {
        App.Reply objective = app.get("objectives/" + key);
        if (objective.status() == 200) {
            ObjectNode body = (ObjectNode) objective.json();
            app.call("PUT", "objectives/" + key, body.put("state", state).toString(), "If-Match", "*");
        }
    }

    private void rename(String key, String name) {
        App.Reply objective = app.get("objectives/" + key);
        if (objective.status() == 200) {
            ObjectNode body = (ObjectNode) objective.json();
            app.call("PUT", "objectives/" + key, body.put("name", name).toString(), "If-Match", "*");
        }
    }

    private void transition(int issue, StatusCategory category) {
        WorkItem item = app.work.index.get(1000 + issue).orElseThrow();
        app.work.index.upsert(new WorkItem(
                item.id(),
                item.key(),
                item.projectId(),
                item.projectKey(),
                item.issueType(),
                false,
                0,
                category,
                null,
                null,
                null,
                item.updated(),
                category == StatusCategory.DONE ? app.clock.instant() : null,
                false,
                null));
    }
}

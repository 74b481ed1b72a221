package io.throughline.app.confluence.health;

import com.fasterxml.jackson.databind.JsonNode;
import io.throughline.app.confluence.macro.AnswerFields;
import io.throughline.app.confluence.sheet.AnswerReader;
import io.throughline.app.confluence.sheet.CellView;
import io.throughline.app.confluence.sheet.RowView;
import io.throughline.app.confluence.sheet.SheetView;
import io.throughline.app.confluence.sheet.TableView;
import io.throughline.app.web.Language;
import io.throughline.app.web.SignalView;
import java.util.ArrayList;
import java.util.List;

/** Turns Jira's standing of a plan into what is printed. */
final class HealthSheet {
    private final AnswerReader answer;
    private final Language language;

    HealthSheet(AnswerReader answer) {
        this.answer = answer;
        this.language = answer.language();
    }

    SheetView view() {
        JsonNode json = answer.json();
        JsonNode plan = json.path("plan");
        SheetView.Builder sheet = new SheetView.Builder(
                        "tl-sheet-health",
                        AnswerFields.text(plan, "name"),
                        answer.page("plans", AnswerFields.text(plan, "key")),
                        language.text("throughline.health.title"))
                .notice(answer.indexing())
                .blocks(
                        null,
                        answer.outcome(json),
                        answer.delivery(json, plan.path("sizeMeasure").asText("COUNT")));
        return sheet.table(counts(json)).table(changed(json)).build();
    }

    /** How many there are of each signal, and how many there were. */
    private TableView counts(JsonNode json) {
        JsonNode before = json.path("before");
        boolean compared = before.isObject() && !before.path("signals").isEmpty();
        List<RowView> rows = new ArrayList<>();
        for (String kind : json.path("signals").isEmpty() ? List.<String>of() : AnswerReader.SIGNALS) {
            List<CellView> cells = new ArrayList<>();
            cells.add(CellView.signal(null, SignalView.of(language, kind, "")));
            cells.add(CellView.number(
                    language.count(json.path("signals").path(kind).asInt()), ""));
            if (compared) {
                cells.add(CellView.number(
                        language.count(before.path("signals").path(kind).asInt()), ""));
            }
            cells.add(CellView.text(language.text("throughline.health.means." + kind)));
            rows.add(new RowView(cells));
        }
        List<String> columns = new ArrayList<>();
        columns.add(language.text("throughline.signal"));
        columns.add(language.text("throughline.health.objectives"));
        if (compared) {
            columns.add(language.text("throughline.health.on", answer.date(json, "since")));
        }
        columns.add(language.text("throughline.health.meaning"));
        return new TableView(
                language.counted(
                        "throughline.health.count", json.path("objectives").asInt()),
                language.text("throughline.health.caption"),
                columns,
                rows,
                json.path("objectives").asInt() == 0
                        ? language.text("throughline.health.none")
                        : language.text("throughline.health.unknown"),
                "",
                "");
    }

    private TableView changed(JsonNode json) {
        List<RowView> rows = new ArrayList<>();
        for (JsonNode each : json.path("changed")) {
            rows.add(RowView.of(
                    CellView.link(
                            AnswerFields.text(each, "name"), answer.page("objectives", AnswerFields.text(each, "key"))),
                    CellView.text(answer.person(each.path("owner"))),
                    change(each)));
        }
        return new TableView(
                language.text("throughline.health.changed", answer.date(json, "since")),
                language.text("throughline.health.changed", answer.date(json, "since")),
                List.of(
                        language.text("throughline.sheet.objective"),
                        language.text("throughline.owner"),
                        language.text("throughline.signal")),
                rows,
                nothing(json),
                "",
                "");
    }

    /** Why no change is listed: there was none, or one of the two days is not known. */
    private String nothing(JsonNode json) {
        if (json.path("changed").isArray()) {
            return language.text("throughline.health.unchanged");
        }
        String reason = AnswerFields.optional(json.path("before").path("snapshot"), "reason");
        if (!reason.isEmpty()) {
            return reason;
        }
        return json.path("before").isObject()
                ? language.text("throughline.health.unknown")
                : language.text("throughline.health.no-plan", answer.date(json, "since"));
    }

    private CellView change(JsonNode each) {
        SignalView was = answer.signal(each.path("was"), false);
        SignalView is = answer.signal(each.path("is"), false);
        if (was == null) {
            return CellView.signal(null, is).withMore(language.text("throughline.health.came"));
        }
        return is == null
                ? CellView.signal(null, was).withMore(language.text("throughline.health.gone"))
                : CellView.signal(was, is).withMore(AnswerFields.optional(each.path("is"), "reason"));
    }
}

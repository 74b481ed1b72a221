package io.throughline.app.confluence.objective;

import com.fasterxml.jackson.databind.JsonNode;
import io.throughline.app.confluence.macro.AnswerFields;
import io.throughline.app.confluence.sheet.AnswerReader;
import io.throughline.app.confluence.sheet.CellView;
import io.throughline.app.confluence.sheet.KpiFigures;
import io.throughline.app.confluence.sheet.RowView;
import io.throughline.app.confluence.sheet.SheetView;
import io.throughline.app.confluence.sheet.TableView;
import io.throughline.app.web.DeliveryView;
import io.throughline.app.web.Language;
import io.throughline.app.web.SignalView;
import java.util.ArrayList;
import java.util.List;

/** Turns Jira's card of an objective into what is printed. */
final class ObjectiveCard {
    private final AnswerReader answer;
    private final Language language;

    ObjectiveCard(AnswerReader answer) {
        this.answer = answer;
        this.language = answer.language();
    }

    SheetView view() {
        JsonNode json = answer.json();
        JsonNode objective = json.path("objective");
        JsonNode plan = json.path("plan");
        SignalView signal = answer.signal(json.path("signal"), true);
        DeliveryView delivery = answer.delivery(json, plan.path("sizeMeasure").asText("COUNT"));
        SheetView.Builder sheet = new SheetView.Builder(
                        "tl-sheet-objective",
                        AnswerFields.text(objective, "name"),
                        answer.page("objectives", AnswerFields.text(objective, "key")),
                        place(json))
                .lead(signal == null ? "" : signal.reason())
                .notice(answer.indexing())
                .blocks(signal, answer.outcome(json), delivery)
                .fact(language.text("throughline.owner"), owner(objective), "")
                .fact(
                        language.text("throughline.objective.perspective"),
                        language.text("throughline.perspective." + AnswerFields.text(objective, "perspective")),
                        "")
                .fact(language.text("throughline.sheet.due"), answer.date(json, "due"), "")
                .fact(language.text("throughline.sheet.state"), state(objective), "");
        if (delivery != null && !delivery.sizes().isEmpty()) {
            sheet.fact(language.text("throughline.sheet.done-work"), delivery.sizes(), "");
        }
        sheet.fact(
                language.text("throughline.sheet.forecast"),
                forecast(json.path("delivery").path("forecast")),
                "");
        return sheet.table(kpis(AnswerFields.list(json, "kpis"))).build();
    }

    /** {@code Plan › Theme › parent}. */
    private static String place(JsonNode json) {
        List<String> steps = new ArrayList<>();
        for (String above : List.of("plan", "theme", "parent")) {
            String name = AnswerFields.optional(json.path(above), "name");
            if (!name.isEmpty()) {
                steps.add(name);
            }
        }
        return String.join(" \u203a ", steps);
    }

    private String owner(JsonNode objective) {
        String name = AnswerFields.optional(objective, "ownerName");
        return objective.path("ownerActive").asBoolean(true) || name.isEmpty()
                ? name
                : language.text("throughline.owner.left", name);
    }

    /** Only what is not as usual. */
    private String state(JsonNode objective) {
        String state = objective.path("state").asText("ACTIVE");
        return state.equals("ACTIVE") ? "" : language.text("throughline.tree.state." + state);
    }

    private String forecast(JsonNode forecast) {
        return forecast.path("p50").isTextual()
                ? language.text(
                        "throughline.sheet.forecast.days", answer.date(forecast, "p50"), answer.date(forecast, "p85"))
                : AnswerFields.optional(forecast, "reason");
    }

    private TableView kpis(JsonNode kpis) {
        List<RowView> rows = new ArrayList<>();
        for (JsonNode kpi : kpis) {
            KpiFigures figures = new KpiFigures(kpi, language);
            rows.add(RowView.of(
                    CellView.link(AnswerFields.text(kpi, "name"), answer.page("kpis", AnswerFields.text(kpi, "key")))
                            .badged(badge(kpi.path("outcome"))),
                    CellView.number(figures.actual(), aim(kpi, figures)),
                    answer.outcomeCell(kpi),
                    CellView.text(answer.date(kpi.path("actual"), "period"))));
        }
        return new TableView(
                "",
                language.text("throughline.objective.kpis"),
                List.of(
                        language.text("throughline.objective.kpi"),
                        language.text("throughline.scorecard.column.measured"),
                        language.text("throughline.outcome"),
                        language.text("throughline.objective.period")),
                rows,
                language.text("throughline.signal.reason.NO_KPI"),
                "",
                "");
    }

    /** {@code of 93.0 % by 31 Dec 2026}. */
    private String aim(JsonNode kpi, KpiFigures figures) {
        String by = answer.date(kpi.path("target"), "date");
        return by.isEmpty() ? figures.target() : language.text("throughline.kpi.target-by", figures.target(), by);
    }

    private String badge(JsonNode outcome) {
        if (outcome.path("stale").asInt() > 0) {
            return language.text("throughline.kpi.stale");
        }
        return outcome.path("unattested").asInt() > 0 ? language.text("throughline.kpi.unattested") : "";
    }
}

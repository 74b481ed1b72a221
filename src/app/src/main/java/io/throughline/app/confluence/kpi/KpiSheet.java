package io.throughline.app.confluence.kpi;

import com.fasterxml.jackson.databind.JsonNode;
import io.throughline.app.confluence.drawing.SvgWriter;
import io.throughline.app.confluence.macro.AnswerFields;
import io.throughline.app.confluence.macro.Rendering;
import io.throughline.app.confluence.sheet.AnswerReader;
import io.throughline.app.confluence.sheet.CellView;
import io.throughline.app.confluence.sheet.KpiFigures;
import io.throughline.app.confluence.sheet.Mark;
import io.throughline.app.confluence.sheet.RowView;
import io.throughline.app.confluence.sheet.SheetView;
import io.throughline.app.confluence.sheet.TableView;
import io.throughline.app.web.Language;
import io.throughline.app.web.OutcomeView;
import java.util.ArrayList;
import java.util.List;

/** Turns Jira's card of a KPI into what is printed. */
final class KpiSheet {
    /** Values in the table: two years of months. The chart has all. */
    private static final int LISTED = 24;

    private final AnswerReader answer;
    private final Language language;
    private final KpiFigures figures;

    KpiSheet(AnswerReader answer) {
        this.answer = answer;
        this.language = answer.language();
        this.figures = new KpiFigures(answer.json().path("kpi"), language);
    }

    SheetView view(Rendering page) {
        JsonNode json = answer.json();
        JsonNode kpi = json.path("kpi");
        String name = AnswerFields.text(kpi, "name");
        OutcomeView outcome = answer.outcome(json);
        SheetView.Builder sheet = new SheetView.Builder(
                        "tl-sheet-kpi", name, answer.page("kpis", AnswerFields.text(kpi, "key")), place(json))
                .blocks(null, outcome, null)
                .figure(figures.actual(), measured(kpi), figures.target(), "")
                .fact(language.text("throughline.sheet.expected"), expected(json), "")
                .fact(language.text("throughline.owner"), AnswerFields.optional(kpi, "ownerName"), "")
                .fact(
                        language.text("throughline.tree.field.frequency"),
                        language.text("throughline.tree.frequency." + AnswerFields.text(kpi, "frequency")),
                        "")
                .fact(forecastLabel(json.path("forecast")), forecast(json.path("forecast")), "");
        addChart(sheet, page);
        if (!json.path("line").isEmpty()) {
            sheet.table(line(json.path("line")));
        }
        return sheet.table(values(json)).build();
    }

    /** On screen twice, and the style sheet shows the one that fits. */
    private void addChart(SheetView.Builder sheet, Rendering page) {
        new KpiChart(answer, figures, KpiChart.Format.WIDE).drawing().ifPresent(wide -> {
            if (page.medium().isScreen()) {
                String narrow = new KpiChart(answer, figures, KpiChart.Format.NARROW)
                        .drawing()
                        .map(drawing -> SvgWriter.write(drawing, "tl-chart-narrow"))
                        .orElse("");
                sheet.drawing(SvgWriter.write(wide, "tl-chart-wide") + narrow);
            } else {
                sheet.picture(page.picture(wide));
            }
        });
    }

    private String forecastLabel(JsonNode forecast) {
        return forecast.path("to").isObject()
                ? language.text(
                        "throughline.kpi.forecast",
                        language.count(forecast.path("values").asLong()))
                : language.text("throughline.kpi.forecast.short");
    }

    /** Why there is none where there is none; nothing where an older Jira says nothing. */
    private String forecast(JsonNode forecast) {
        Double value = AnswerFields.number(forecast.path("to"), "value");
        return value == null
                ? AnswerFields.optional(forecast, "reason")
                : language.text(
                        "throughline.kpi.expected-on",
                        figures.withUnit(value),
                        answer.date(forecast.path("to"), "date"));
    }

    /** What else is so: the newest value stale or not vouched for. */
    List<String> notes() {
        return answer.notes();
    }

    private static String place(JsonNode json) {
        List<String> steps = new ArrayList<>();
        for (String above : List.of("plan", "objective")) {
            String name = AnswerFields.optional(json.path(above), "name");
            if (!name.isEmpty()) {
                steps.add(name);
            }
        }
        return String.join(" \u203a ", steps);
    }

    private String measured(JsonNode kpi) {
        String period = answer.date(kpi.path("actual"), "period");
        return period.isEmpty()
                ? language.text("throughline.signal.reason.NO_ACTUAL")
                : language.text("throughline.kpi.measured", period);
    }

    private String expected(JsonNode json) {
        Double value = AnswerFields.number(json.path("expected"), "value");
        return value == null
                ? ""
                : language.text(
                        "throughline.kpi.expected-on",
                        figures.withUnit(value),
                        answer.date(json.path("expected"), "date"));
    }

    /** The line in words: baseline, milestones, target. */
    private TableView line(JsonNode line) {
        List<RowView> rows = new ArrayList<>();
        for (JsonNode point : line) {
            rows.add(RowView.of(
                    CellView.text(language.text("throughline.kpi.line." + AnswerFields.text(point, "what"))),
                    CellView.text(answer.date(point, "date")),
                    CellView.number(answer.figure(point, "value"), figures.symbol())));
        }
        return new TableView(
                language.text("throughline.kpi.line"),
                language.text("throughline.kpi.line"),
                List.of(
                        language.text("throughline.kpi.line.point"),
                        language.text("throughline.sheet.date"),
                        language.text("throughline.objective.value")),
                rows,
                "",
                "",
                "");
    }

    /** The values, newest first: all that the chart draws, as text. */
    private TableView values(JsonNode json) {
        JsonNode values = AnswerFields.list(json, "values");
        List<RowView> rows = new ArrayList<>();
        for (int at = values.size() - 1; at >= Math.max(0, values.size() - LISTED); at--) {
            rows.add(row(values.get(at)));
        }
        long total = json.path("total").asLong(values.size());
        return new TableView(
                language.text("throughline.kpi.values"),
                language.text("throughline.kpi.values"),
                List.of(
                        language.text("throughline.objective.period"),
                        language.text("throughline.objective.value"),
                        language.text("throughline.outcome"),
                        language.text("throughline.kpi.attestation")),
                rows,
                language.text("throughline.signal.reason.NO_ACTUAL"),
                total > rows.size()
                        ? language.text(
                                "throughline.kpi.values.more", language.count(rows.size()), language.count(total))
                        : "",
                total > rows.size() ? answer.page("kpis", AnswerFields.text(json.path("kpi"), "key")) : "");
    }

    private RowView row(JsonNode value) {
        OutcomeView seen = OutcomeView.of(
                language, value.path("health").asText("UNKNOWN"), AnswerFields.number(value, "attainment"), null);
        return RowView.of(
                CellView.text(answer.date(value, "period")),
                CellView.number(answer.figure(value, "value"), figures.symbol()),
                CellView.mark(new Mark(seen.tone(), seen.shape(), seen.word()), seen.figure(), ""),
                CellView.text(
                        value.path("attested").asBoolean() ? language.text("throughline.objective.attested") : ""));
    }
}

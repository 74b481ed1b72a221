package io.throughline.app.confluence.orphans;

import com.fasterxml.jackson.databind.JsonNode;
import io.throughline.app.confluence.macro.AnswerFields;
import io.throughline.app.confluence.macro.GarbledAnswer;
import io.throughline.app.confluence.sheet.AnswerReader;
import io.throughline.app.confluence.sheet.CellView;
import io.throughline.app.confluence.sheet.RowView;
import io.throughline.app.confluence.sheet.SheetView;
import io.throughline.app.confluence.sheet.TableView;
import io.throughline.app.web.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Turns Jira's summary of orphans into what is printed. */
final class OrphansSheet {
    private static final int HOUR = 3600;

    private final AnswerReader answer;
    private final Language language;
    private final String measure;
    private final boolean namesWork;

    /** @param namesWork false where others than the reader will read it: then only sums are told, which are the same for all */
    OrphansSheet(AnswerReader answer, boolean namesWork) {
        this.namesWork = namesWork;
        this.answer = answer;
        this.language = answer.language();
        this.measure = answer.json().path("sizeMeasure").asText("COUNT");
    }

    SheetView view() {
        JsonNode json = answer.json();
        JsonNode plan = json.path("plan");
        if (!plan.isObject()) {
            throw new GarbledAnswer("no plan");
        }
        String key = AnswerFields.text(plan, "key");
        SheetView.Builder sheet = new SheetView.Builder(
                        "tl-sheet-orphans",
                        AnswerFields.text(plan, "name"),
                        answer.page("plans", key),
                        language.text("throughline.orphans.title"))
                .notice(answer.indexing());
        JsonNode open = json.path("open");
        if (open.isObject()) {
            addCovered(open, sheet);
        }
        return namesWork
                ? sheet.table(kinds(json, key)).table(largest(json, key)).build()
                : sheet.fact(
                                language.text("throughline.orphans.kinds"),
                                language.text("throughline.orphans.triage"),
                                triage(key))
                        .build();
    }

    /** The four sizes and Jira's three shares; the bar is drawn of the same shares. */
    private void addCovered(JsonNode open, SheetView.Builder sheet) {
        for (String part : List.of("aligned", "orphan", "exempt")) {
            Double share = AnswerFields.number(open.path("share"), part);
            sheet.figure(
                    share == null ? "\u2013" : percent(share),
                    language.text("throughline.orphans." + part),
                    size(open, part),
                    "tl-part-" + part);
            if (share != null) {
                sheet.part("tl-part-" + part, String.format(Locale.ROOT, "%.2f%%", share * 100));
            }
        }
        sheet.figure(size(open, "total"), language.text("throughline.orphans.total"), "", "");
    }

    /** One decimal, as headlines of coverage have it. */
    private String percent(double share) {
        return language.text("throughline.orphans.percent", language.fixed(share * 100, 1));
    }

    private String size(JsonNode json, String field) {
        Double size = AnswerFields.number(json, field);
        if (size == null) {
            return "";
        }
        double amount = measure.equals("ORIGINAL_ESTIMATE") ? size / HOUR : size;
        String key = "throughline.size." + measure;
        return language.text(amount == 1 ? key + ".single" : key, language.number(amount, 1));
    }

    private TableView kinds(JsonNode json, String plan) {
        List<RowView> rows = new ArrayList<>();
        for (JsonNode each : AnswerFields.list(json, "kinds")) {
            rows.add(RowView.of(
                    CellView.text(language.text("throughline.orphans.kind." + AnswerFields.text(each, "kind"))),
                    CellView.number(language.count(each.path("count").asLong()), ""),
                    CellView.number(size(each, "openSize"), "")));
        }
        boolean isKnown = json.path("open").isObject();
        return new TableView(
                language.text("throughline.orphans.kinds"),
                language.text("throughline.orphans.kinds"),
                List.of(
                        language.text("throughline.orphans.kind"),
                        language.text("throughline.orphans.count"),
                        language.text("throughline.orphans.at-stake")),
                rows,
                language.text(isKnown ? "throughline.orphans.none" : "throughline.orphans.unknown"),
                language.text("throughline.orphans.triage"),
                triage(plan));
    }

    private String triage(String plan) {
        return answer.address("/plugins/servlet/throughline/triage?plan=" + plan);
    }

    private TableView largest(JsonNode json, String plan) {
        List<RowView> rows = new ArrayList<>();
        for (JsonNode each : json.path("largest")) {
            String ref = AnswerFields.text(each, "ref");
            rows.add(RowView.of(
                    CellView.link(
                            (ref + " " + AnswerFields.optional(each, "summary")).strip(),
                            answer.address("/browse/" + ref)),
                    CellView.number(size(each, "openSize"), ""),
                    CellView.text(answer.person(each.path("owner"))),
                    CellView.text(age(each))));
        }
        return new TableView(
                language.text("throughline.orphans.largest"),
                language.text("throughline.orphans.largest"),
                List.of(
                        language.text("throughline.orphans.issue"),
                        language.text("throughline.orphans.at-stake"),
                        language.text("throughline.orphans.lead"),
                        language.text("throughline.orphans.unchanged")),
                rows,
                language.text(
                        json.path("largest").isArray()
                                ? "throughline.orphans.largest.none"
                                : json.path("indexing").isObject()
                                        ? "throughline.orphans.unknown"
                                        : "throughline.orphans.largest.past"),
                "",
                "");
    }

    private String age(JsonNode each) {
        return each.path("age").isNumber()
                ? language.counted("throughline.orphans.days", each.path("age").asLong())
                : "";
    }
}

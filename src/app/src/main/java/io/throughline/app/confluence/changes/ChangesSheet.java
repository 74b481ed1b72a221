package io.throughline.app.confluence.changes;

import com.fasterxml.jackson.databind.JsonNode;
import io.throughline.app.confluence.macro.AnswerFields;
import io.throughline.app.confluence.sheet.AnswerReader;
import io.throughline.app.confluence.sheet.CellView;
import io.throughline.app.confluence.sheet.RowView;
import io.throughline.app.confluence.sheet.SheetView;
import io.throughline.app.confluence.sheet.TableView;
import io.throughline.app.confluence.sheet.WasIsView;
import io.throughline.app.web.Language;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Turns Jira's list of changes into sentences. */
final class ChangesSheet {
    /** What words of the log have a text of their own, by field. */
    private static final Map<String, String> CHOICES = Map.of(
            "state", "throughline.tree.state.",
            "perspective", "throughline.perspective.",
            "frequency", "throughline.tree.frequency.",
            "direction", "throughline.direction.",
            "sizeMeasure", "throughline.measure.",
            "indicator", "throughline.objective.indicator.",
            "source.kind", "throughline.kpi.source.",
            "attestation", "throughline.attestation.");

    private static final Set<String> FIELDS = Set.of(
            "name",
            "description",
            "owner",
            "due",
            "start",
            "end",
            "state",
            "weight",
            "perspective",
            "theme",
            "parent",
            "objective",
            "plan",
            "vision",
            "mission",
            "value",
            "note",
            "statement",
            "attestedBy",
            "attestedFor",
            "target.value",
            "target.date",
            "baseline.value",
            "baseline.date",
            "band.low",
            "band.high",
            "band.tolerance",
            "milestones",
            "frequency",
            "direction",
            "critical",
            "indicator",
            "attestation",
            "unit.symbol",
            "source.kind",
            "source.formula",
            "source.jql",
            "sizeMeasure",
            "defaultSize",
            "thresholds.good",
            "thresholds.warn",
            "scope.projects");

    /** Fields whose values name projects and issues. */
    private static final Set<String> NAMING_WORK = Set.of("scope.projects", "source.jql");

    private static final String UNTOLD = "\u2026";
    private static final int LONGEST = 200;

    private final AnswerReader answer;
    private final Language language;
    private final boolean namesWork;

    /** @param namesWork false where others than the reader will read it */
    ChangesSheet(AnswerReader answer, boolean namesWork) {
        this.namesWork = namesWork;
        this.answer = answer;
        this.language = answer.language();
    }

    SheetView view() {
        JsonNode json = answer.json();
        JsonNode plan = json.path("plan");
        String key = AnswerFields.text(plan, "key");
        return new SheetView.Builder(
                        "tl-sheet-changes",
                        AnswerFields.text(plan, "name"),
                        answer.page("plans", key),
                        language.text("throughline.change.title", answer.date(json, "from"), answer.date(json, "to")))
                .table(changes(json))
                .build();
    }

    private TableView changes(JsonNode json) {
        List<RowView> rows = new ArrayList<>();
        JsonNode values = AnswerFields.list(json, "values");
        for (JsonNode each : values) {
            rows.add(RowView.of(
                    thing(each),
                    CellView.changes(sentence(each), fields(each)),
                    CellView.text(AnswerFields.optional(each, "actorName")),
                    CellView.text(answer.instant(each, "at"))));
        }
        return new TableView(
                "",
                language.text("throughline.change.caption"),
                List.of(
                        language.text("throughline.change.thing"),
                        language.text("throughline.changes.what"),
                        language.text("throughline.changes.who"),
                        language.text("throughline.changes.when")),
                rows,
                language.text("throughline.change.none"),
                rest(json, rows.size()),
                rest(json, rows.size()).isEmpty() ? "" : answer.address("/plugins/servlet/throughline/changes"));
    }

    private String rest(JsonNode json, int shown) {
        long total = json.path("total").asLong();
        if (!json.path("complete").asBoolean(true)) {
            return language.text("throughline.change.incomplete", language.count(shown));
        }
        return total > shown
                ? language.text("throughline.change.more", language.count(shown), language.count(total))
                : "";
    }

    /** What was changed: its name leads to its page as long as it is there. */
    private CellView thing(JsonNode each) {
        String kind = AnswerFields.text(each, "kind");
        boolean isJoin = Set.of("LINK", "CONTRIBUTION", "CAUSE").contains(kind);
        JsonNode of = each.path("of");
        boolean isThere = isJoin || !AnswerFields.text(each, "change").equals("REMOVED") || kind.equals("ACTUAL");
        String name = isJoin ? AnswerFields.optional(of, "name") : AnswerFields.optional(each, "name");
        String object = AnswerFields.text(each, "object");
        String key = isJoin ? AnswerFields.optional(of, "key") : object.replaceAll("/.*", "");
        return CellView.link(name.isEmpty() ? object : name, isThere ? url(key) : "")
                .withMore(language.text("throughline.change.kind." + (isJoin ? "OBJECTIVE" : kind)));
    }

    private String url(String key) {
        if (key.startsWith("OBJ-")) {
            return answer.page("objectives", key);
        }
        return key.startsWith("KPI-") ? answer.page("kpis", key) : "";
    }

    private String sentence(JsonNode each) {
        String kind = AnswerFields.text(each, "kind");
        String change = AnswerFields.text(each, "change");
        String period = answer.date(each, "period");
        if (kind.equals("ACTUAL")) {
            return language.text("throughline.change.ACTUAL." + change, period);
        }
        if (Set.of("LINK", "CONTRIBUTION", "CAUSE").contains(kind)) {
            String name = kind.equals("LINK") && !namesWork
                    ? language.text("throughline.macro.frozen.work")
                    : AnswerFields.optional(each, "name");
            return language.text(
                    "throughline.change." + kind + "." + change,
                    name.isEmpty() ? language.text("throughline.change.hidden") : shortened(name));
        }
        return change.equals("CHANGED") ? "" : language.text("throughline.change." + change);
    }

    private List<WasIsView> fields(JsonNode each) {
        List<WasIsView> changes = new ArrayList<>();
        for (JsonNode field : each.path("fields")) {
            String name = AnswerFields.text(field, "field");
            boolean untold = !namesWork && NAMING_WORK.contains(name);
            String was = untold ? UNTOLD : said(name, field.path("was"));
            String is = untold ? UNTOLD : said(name, field.path("is"));
            String label = FIELDS.contains(name) ? language.text("throughline.change.field." + name) : name;
            changes.add(new WasIsView(label, was, is));
        }
        return changes;
    }

    /** A value of the log as people write it; a dash for none. */
    private String said(String field, JsonNode value) {
        if (value.isNull()
                || value.isMissingNode()
                || value.isTextual() && value.asText().isEmpty()) {
            return "\u2013";
        }
        if (value.isNumber()) {
            return language.number(value.asDouble(), 4);
        }
        if (value.isBoolean()) {
            return language.text(value.asBoolean() ? "throughline.change.yes" : "throughline.change.no");
        }
        if (value.isArray()) {
            List<String> all = new ArrayList<>();
            value.forEach(each -> all.add(each.isObject() ? point(each) : said(field, each)));
            return all.isEmpty() ? "\u2013" : String.join("; ", all);
        }
        String text = value.asText();
        String day = day(text);
        if (!day.isEmpty()) {
            return day;
        }
        return CHOICES.containsKey(field) && text.matches("[A-Z_]+")
                ? language.text(CHOICES.get(field) + text)
                : shortened(text);
    }

    /** Empty for what is no day: a name may look like one that there never was. */
    private String day(String text) {
        try {
            return text.matches("\\d{4}-\\d{2}-\\d{2}") ? language.date(LocalDate.parse(text)) : "";
        } catch (DateTimeException noDay) {
            return "";
        }
    }

    /** A milestone: {@code 31 Dec 2026: 12}. */
    private String point(JsonNode point) {
        return answer.date(point, "date") + ": " + answer.figure(point, "value");
    }

    /** Descriptions may be long, and the log in Jira has them whole. */
    private static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, text.offsetByCodePoints(0, LONGEST / 2)) + "\u2026";
    }
}

package io.throughline.app.confluence.blueprint;

import com.fasterxml.jackson.databind.JsonNode;
import io.throughline.app.confluence.act.JiraAsUser;
import io.throughline.app.web.Language;
import io.throughline.app.web.Languages;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * <em>Monthly KPI review</em>: the scorecard; a chart for each KPI that is off pace, behind or stale; a table in which owners say why and
 * what next. Numbers stand in macros, so that they stay true; the table holds names only.
 */
public class KpiReview extends StrategyPage {
    /** Charts on one page; more would be scrolled past, and each is drawn for each reader. */
    static final int MOST_CHARTS = 8;

    private static final String TEXTS = "throughline.blueprint.kpi-review.";

    @Inject
    public KpiReview(JiraAsUser jira, Languages languages) {
        this(jira, languages, Clock.systemUTC());
    }

    KpiReview(JiraAsUser jira, Languages languages, Clock clock) {
        super(jira, languages, clock);
    }

    @Override
    void fill(Map<String, Object> context, Subject subject, Language language, LocalDate today) {
        // a review in the first days of a month is about the month that ended
        LocalDate month = today.getDayOfMonth() <= 15 ? today.minusMonths(1) : today;
        String when =
                DateTimeFormatter.ofPattern("LLLL yyyy", language.locale()).format(month);
        context.put(
                TITLE,
                title(
                        subject,
                        language.text(TEXTS + "title", subject.name(), when),
                        language.text(TEXTS + "title.alone", when)));
        for (String heading : List.of("all", "attention", "comments", "actions")) {
            context.put(heading + "Heading", language.text(TEXTS + heading));
        }
        List<JsonNode> kpis = new ArrayList<>();
        JsonNode scorecard = subject.scorecard(jira());
        rows(scorecard)
                .forEach(row -> row.path("kpis").forEach(kpi -> {
                    if (needsAttention(kpi)) {
                        kpis.add(kpi);
                    }
                }));
        context.put("all", about(subject, "strategy-scorecard"));
        context.put("attention", attention(kpis, scorecard.isObject(), language));
        context.put("comments", comments(kpis, language));
        context.put(
                "actions",
                new Storage()
                        .macroWithBody("strategy-actions", Map.of("plan", subject.key()))
                        .toString());
    }

    private static String attention(List<JsonNode> kpis, boolean isKnown, Language language) {
        Storage part = new Storage();
        if (!isKnown) {
            return part.hint(language.text(TEXTS + "attention.hint")).toString();
        }
        if (kpis.isEmpty()) {
            return part.paragraph(language.text(TEXTS + "attention.none")).toString();
        }
        kpis.stream()
                .limit(MOST_CHARTS)
                .forEach(kpi ->
                        part.macro("strategy-kpi", Map.of("kpi", kpi.path("key").asText())));
        if (kpis.size() > MOST_CHARTS) {
            part.paragraph(language.text(
                    TEXTS + "attention.more", language.count(kpis.size() - MOST_CHARTS), language.count(kpis.size())));
        }
        return part.toString();
    }

    private static boolean needsAttention(JsonNode kpi) {
        String health = kpi.path("outcome").path("health").asText();
        return health.equals("RED")
                || health.equals("AMBER")
                || kpi.path("outcome").path("stale").asInt() > 0;
    }

    /** What needs attention, also what has no chart. */
    private static String comments(List<JsonNode> kpis, Language language) {
        List<List<String>> rows = new ArrayList<>();
        for (JsonNode kpi : kpis) {
            rows.add(List.of(
                    kpi.path("name").asText() + " (" + kpi.path("key").asText() + ")",
                    kpi.path("ownerName").asText(""),
                    "",
                    ""));
        }
        if (rows.isEmpty()) {
            rows.add(List.of("", "", "", ""));
        }
        List<String> columns = List.of("kpi", "owner", "why", "next");
        return new Storage()
                .table(
                        columns.stream()
                                .map(column -> language.text(TEXTS + "column." + column))
                                .toList(),
                        columns.stream()
                                .map(column -> language.text(TEXTS + "column." + column + ".hint"))
                                .toList(),
                        rows)
                .toString();
    }
}

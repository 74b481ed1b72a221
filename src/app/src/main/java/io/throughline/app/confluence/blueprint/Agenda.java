package io.throughline.app.confluence.blueprint;

import com.fasterxml.jackson.databind.JsonNode;
import io.throughline.app.web.Language;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a review has to talk about: the exceptions of a plan, and nothing that goes well. Each objective stands once, under the first of the
 * headings that it falls under; a KPI that nobody has measured stands by itself.
 */
final class Agenda {
    /** Under one heading; what is left out is counted. */
    static final int MOST = 12;

    private static final String TEXTS = "throughline.blueprint.review.";

    /** The headings, in the order in which they are asked. */
    enum Concern {
        /** Work lands, the outcome does not move. */
        DRIFTING,
        /** The outcome is off pace. */
        RED,
        /** A KPI without a current value. */
        STALE,
        /** A draft, past its day without a verdict, or without an owner. */
        UNDECIDED
    }

    /** One point: an objective or KPI, and for undecided ones what is open. */
    private record Point(String macro, String parameter, String key, String name, String open) {}

    private final Map<Concern, List<Point>> points = new EnumMap<>(Concern.class);
    private final Language language;
    private final LocalDate today;

    private Agenda(Language language, LocalDate today) {
        this.language = language;
        this.today = today;
        for (Concern each : Concern.values()) {
            points.put(each, new ArrayList<>());
        }
    }

    /** @param scorecard as Jira gives it, or a missing node: then the headings stand there to be filled by hand */
    static String of(JsonNode scorecard, Language language, LocalDate today) {
        Agenda agenda = new Agenda(language, today);
        StrategyPage.rows(scorecard).forEach(agenda::sort);
        return agenda.storage(scorecard);
    }

    private void sort(JsonNode row) {
        String state = row.path("state").asText();
        if (state.equals("ACHIEVED") || state.equals("ABANDONED")) {
            return;
        }
        String open = open(row, state);
        if (row.path("signal").path("kind").asText().equals("DRIFT")) {
            add(Concern.DRIFTING, objective(row, ""));
        } else if (row.path("outcome").path("health").asText().equals("RED")) {
            add(Concern.RED, objective(row, ""));
        } else if (!open.isEmpty()) {
            add(Concern.UNDECIDED, objective(row, open));
        }
        for (JsonNode kpi : row.path("kpis")) {
            if (kpi.path("outcome").path("stale").asInt() > 0) {
                add(
                        Concern.STALE,
                        new Point(
                                "strategy-kpi",
                                "kpi",
                                kpi.path("key").asText(),
                                kpi.path("name").asText(),
                                ""));
            }
        }
    }

    private void add(Concern concern, Point point) {
        points.getOrDefault(concern, List.of()).add(point);
    }

    private static Point objective(JsonNode row, String open) {
        return new Point(
                "strategy-objective",
                "objective",
                row.path("key").asText(),
                row.path("name").asText(),
                open);
    }

    /** What nobody has decided about an objective, in words; empty when nothing is open. */
    private String open(JsonNode row, String state) {
        List<String> open = new ArrayList<>();
        if (state.equals("DRAFT")) {
            open.add(language.text(TEXTS + "undecided.draft"));
        }
        LocalDate due = day(row.path("due").asText(""));
        if (due != null && due.isBefore(today)) {
            open.add(language.text(TEXTS + "undecided.past", language.date(due)));
        }
        if (!row.path("owner").path("active").asBoolean(false)) {
            open.add(language.text(TEXTS + "undecided.owner"));
        }
        return String.join(" ", open);
    }

    private static @Nullable LocalDate day(String text) {
        try {
            return text.isEmpty() ? null : LocalDate.parse(text);
        } catch (DateTimeParseException notADay) {
            return null;
        }
    }

    private String storage(JsonNode scorecard) {
        Storage storage = new Storage();
        if (scorecard.isObject()) {
            storage.paragraph(language.text(
                    TEXTS + "taken",
                    taken(scorecard.path("at").asText("")),
                    scorecard.path("modelVersion").asText("")));
            if (scorecard.path("indexing").isObject()) {
                storage.paragraph(language.text(TEXTS + "indexing"));
            }
        }
        points.forEach((concern, list) -> {
            storage.heading(language.text(TEXTS + concern.name()) + (list.isEmpty() ? "" : " (" + list.size() + ")"));
            if (list.isEmpty() && scorecard.isObject()) {
                storage.paragraph(language.text(TEXTS + concern + ".none"));
            }
            list.stream().limit(MOST).forEach(point -> write(point, storage));
            if (list.size() > MOST) {
                storage.paragraph(language.text(TEXTS + "more", language.count(list.size() - MOST)));
            }
            if (!list.isEmpty() || !scorecard.isObject()) {
                storage.hint(language.text(TEXTS + concern + ".ask"));
            }
        });
        return storage.toString();
    }

    /** The name stands beside the macro: a page that outlives the objective still says what was talked about. */
    private static void write(Point point, Storage storage) {
        String name = point.name() + " (" + point.key() + ")";
        storage.paragraph(point.open().isEmpty() ? name : name + ": " + point.open());
        storage.macro(point.macro(), Map.of(point.parameter(), point.key()));
    }

    private String taken(String at) {
        try {
            return language.instant(Instant.parse(at));
        } catch (DateTimeParseException unknown) {
            return at;
        }
    }
}

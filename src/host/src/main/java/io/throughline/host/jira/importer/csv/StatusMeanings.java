package io.throughline.host.jira.importer.csv;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The category of every status of the file: as its rows say in Status Category, else by a name that Jira itself uses, else Done if
 * most of its rows are resolved, else In Progress. What was guessed is said.
 */
final class StatusMeanings {
    static final String TO_DO = "new";
    static final String IN_PROGRESS = "indeterminate";
    static final String DONE = "done";

    private static final Map<String, String> CATEGORY_NAMES = Map.ofEntries(
            Map.entry("to do", TO_DO),
            Map.entry("new", TO_DO),
            Map.entry("zu erledigen", TO_DO),
            Map.entry("à faire", TO_DO),
            Map.entry("por hacer", TO_DO),
            Map.entry("da fare", TO_DO),
            Map.entry("待办", TO_DO),
            Map.entry("新建", TO_DO),
            Map.entry("to-do", TO_DO),
            Map.entry("todo", TO_DO),
            Map.entry("in progress", IN_PROGRESS),
            Map.entry("indeterminate", IN_PROGRESS),
            Map.entry("in arbeit", IN_PROGRESS),
            Map.entry("en cours", IN_PROGRESS),
            Map.entry("en curso", IN_PROGRESS),
            Map.entry("in corso", IN_PROGRESS),
            Map.entry("进行中", IN_PROGRESS),
            Map.entry("done", DONE),
            Map.entry("complete", DONE),
            Map.entry("fertig", DONE),
            Map.entry("erledigt", DONE),
            Map.entry("terminé", DONE),
            Map.entry("terminée", DONE),
            Map.entry("hecho", DONE),
            Map.entry("listo", DONE),
            Map.entry("completato", DONE),
            Map.entry("完成", DONE),
            Map.entry("已完成", DONE));
    private static final Set<String> NOT_STARTED = Set.of(
            "open",
            "to do",
            "todo",
            "to-do",
            "new",
            "backlog",
            "reopened",
            "selected for development",
            "created",
            "planned",
            "offen",
            "zu erledigen",
            "neu",
            "ouvert",
            "ouverte",
            "à faire",
            "abierta",
            "abierto",
            "por hacer",
            "da fare",
            "aperto");
    private static final Set<String> FINISHED = Set.of(
            "done",
            "closed",
            "resolved",
            "complete",
            "completed",
            "released",
            "cancelled",
            "canceled",
            "rejected",
            "verified",
            "erledigt",
            "geschlossen",
            "fertig",
            "abgeschlossen",
            "terminé",
            "terminée",
            "fermé",
            "fermée",
            "résolu",
            "cerrada",
            "cerrado",
            "hecho",
            "resuelta",
            "completato",
            "chiuso");
    private static final Set<String> UNDER_WAY = Set.of(
            "in progress",
            "in review",
            "in arbeit",
            "in bearbeitung",
            "en cours",
            "en curso",
            "in corso",
            "testing",
            "review");

    private final Map<String, Seen> statuses = new TreeMap<>();
    private final Map<String, Integer> unknownCategories = new LinkedHashMap<>();

    private static final class Seen {
        private int rows;
        private int resolved;
        private final Map<String, Integer> categories = new TreeMap<>();
        private String guess = IN_PROGRESS;
    }

    /** First pass. */
    void saw(String status, String category, boolean isResolved) {
        String key = CATEGORY_NAMES.get(plain(category));
        if (key == null && !category.isEmpty()) {
            unknownCategories.merge(category, 1, Integer::sum);
        }
        if (status.isEmpty()) {
            return;
        }
        Seen seen = statuses.computeIfAbsent(plain(status), unseen -> new Seen());
        seen.rows++;
        seen.resolved += isResolved ? 1 : 0;
        if (key != null) {
            seen.categories.merge(key, 1, Integer::sum);
        }
    }

    /** What Jira calls a status of that category that has no name of its own. */
    static Optional<String> nameOf(String category) {
        return Optional.ofNullable(CATEGORY_NAMES.get(plain(category))).map(StatusMeanings::words);
    }

    void decide(Report report) {
        List<String> guessed = new ArrayList<>();
        statuses.forEach((name, seen) -> {
            int known =
                    seen.categories.values().stream().mapToInt(count -> count).sum();
            seen.guess = seen.categories.entrySet().stream()
                    .max(Map.Entry.comparingByValue())
                    .map(Map.Entry::getKey)
                    .orElseGet(() -> guess(name, seen));
            if (known < seen.rows) {
                guessed.add(name + " = " + words(seen.guess)
                        + (known > 0 ? "" : " (" + seen.resolved + " of " + seen.rows + " resolved)"));
            }
        });
        if (!guessed.isEmpty()) {
            report.note("statuses without a category, guessed from their names and resolutions: "
                    + String.join(", ", guessed));
        }
        unknownCategories.forEach(
                (name, rows) -> report.odd("values of Status Category that are none", name + " " + rows + " times"));
    }

    private static String guess(String name, Seen seen) {
        if (FINISHED.contains(name)) {
            return DONE;
        }
        if (NOT_STARTED.contains(name)) {
            return TO_DO;
        }
        return !UNDER_WAY.contains(name) && seen.resolved * 2 > seen.rows ? DONE : IN_PROGRESS;
    }

    /** Second pass: the key of the category. */
    String category(String status, String category) {
        String given = CATEGORY_NAMES.get(plain(category));
        Seen seen = statuses.get(plain(status));
        return given != null ? given : seen == null ? guess(plain(status), new Seen()) : seen.guess;
    }

    private static String words(String key) {
        return key.equals(DONE) ? "Done" : key.equals(TO_DO) ? "To Do" : "In Progress";
    }

    private static String plain(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }
}

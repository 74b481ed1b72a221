package io.throughline.host.jira.importer.csv;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which issue types are sub-tasks and which stand above the standard ones; an export names types and says no more. A type is a
 * sub-task by its name, or because most of its rows have the kind of parent that only sub-tasks have.
 */
final class TypeRoles {
    private static final List<String> SUBTASK_NAMES = List.of(
            "sub-task",
            "subtask",
            "sub task",
            "technical task",
            "unteraufgabe",
            "sous-tâche",
            "subtarea",
            "sottotask",
            "subtarefa",
            "sub-tarefa",
            "podzadanie",
            "deeltaak",
            "underopgave",
            "delopgave",
            "deluppgift",
            "alatehtävä",
            "подзадача",
            "子任务",
            "サブタスク",
            "하위 작업");
    private static final Set<String> EPIC_NAMES =
            Set.of("epic", "epos", "épopée", "épica", "épico", "epik", "epika", "эпик", "史诗", "长篇故事", "エピック", "에픽");
    private static final Set<String> HIGHER_NAMES = Set.of(
            "initiative", "theme", "legend", "saga", "outcome", "capability", "portfolio epic", "initiativ", "thema");

    private final Map<String, Parents> seen = new HashMap<>();
    private final Set<String> found = new TreeSet<>();

    private static final class Parents {
        private int rows;
        private int ofSubtask;
    }

    /** First pass: a row of that type, and whether it has a parent that only a sub-task has. */
    void saw(String type, boolean hasParentOfSubtask) {
        Parents parents = seen.computeIfAbsent(type, unseen -> new Parents());
        parents.rows++;
        parents.ofSubtask += hasParentOfSubtask ? 1 : 0;
    }

    void decide(Report report) {
        seen.forEach((type, parents) -> {
            if (!isSubtaskByName(type) && level(type) == 0 && parents.ofSubtask * 2 > parents.rows) {
                found.add(type);
            }
        });
        if (!found.isEmpty()) {
            report.note(
                    "issue types taken for sub-tasks, because their issues have parents: " + String.join(", ", found));
        }
    }

    boolean isSubtask(String type) {
        return isSubtaskByName(type) || found.contains(type);
    }

    private static boolean isSubtaskByName(String type) {
        String lower = type.toLowerCase(Locale.ROOT);
        return SUBTASK_NAMES.stream().anyMatch(lower::contains);
    }

    /** 0 for standard types and sub-tasks, 1 for epics, 2 for what is above them. */
    static int level(String type) {
        String lower = type.strip().toLowerCase(Locale.ROOT);
        return EPIC_NAMES.contains(lower) ? 1 : HIGHER_NAMES.contains(lower) ? 2 : 0;
    }
}

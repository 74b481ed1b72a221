package io.throughline.core.work;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What an administrator decides about work: levels of issue types, cancelled resolutions, default sizes.
 *
 * <p>Names are compared without case. A value: two equal rules give equal views.
 *
 * @param levels level by issue type name, lower case; a type that is not named is 0, a sub-task type always -1
 * @param cancelled resolutions, lower case, that make a done issue cancelled
 * @param defaultPoints size of an item without story points, at least 0; 1 by default
 * @param defaultSeconds size of an item without original estimate, at least 0; 28,800 (8 h) by default
 */
public record WorkRules(
        Map<String, Integer> levels, Set<String> cancelled, double defaultPoints, double defaultSeconds) {
    /** The level of a sub-task. */
    public static final int SUB_TASK = -1;

    /** The level of an issue type that nobody mapped. */
    public static final int STANDARD = 0;

    /** Epic 1, Initiative 2. */
    public static final Map<String, Integer> DEFAULT_LEVELS = Map.of("epic", 1, "initiative", 2);

    /** The resolutions that mean "will not be done", as Jira's own and usual schemes name them. */
    public static final Set<String> DEFAULT_CANCELLED = Set.of(
            "won't do",
            "won't fix",
            "duplicate",
            "cannot reproduce",
            "incomplete",
            "invalid",
            "not a bug",
            "declined",
            "rejected",
            "abandoned",
            "cancelled",
            "obsolete",
            "can't do");

    public WorkRules {
        Map<String, Integer> byName = new TreeMap<>();
        levels.forEach((name, level) -> byName.put(fold(name), level));
        levels = Map.copyOf(byName);
        Set<String> folded = new LinkedHashSet<>();
        cancelled.forEach(name -> folded.add(fold(name)));
        cancelled = Set.copyOf(folded);
        requireSize(defaultPoints, "defaultPoints");
        requireSize(defaultSeconds, "defaultSeconds");
    }

    /** The rules of a new installation. */
    public static WorkRules defaults() {
        return new WorkRules(DEFAULT_LEVELS, DEFAULT_CANCELLED, 1, 8 * 60 * 60);
    }

    /** The level of an issue type: -1 for sub-tasks, else the mapped one, else 0. */
    public int level(String issueType, boolean subTask) {
        return subTask ? SUB_TASK : levels.getOrDefault(fold(issueType), STANDARD);
    }

    /** Whether an issue is cancelled: its category is DONE and its resolution is in the cancelled set. */
    public boolean isCancelled(StatusCategory category, @Nullable String resolution) {
        return category == StatusCategory.DONE && resolution != null && cancelled.contains(fold(resolution));
    }

    private static String fold(String name) {
        // U+2019 as well: "Won’t Do" is how Jira Cloud exports and some schemes write it
        return name.strip().replace('\u2019', '\'').toLowerCase(Locale.ROOT);
    }

    private static void requireSize(double value, String name) {
        if (!(value >= 0 && Double.isFinite(value))) {
            throw new IllegalArgumentException(name + " must be at least 0, was " + value);
        }
    }
}

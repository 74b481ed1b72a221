package io.throughline.host.jira.model;

import java.util.Locale;

/** Which picture an issue type has; unknown types share one. */
public final class TypeIcons {
    private TypeIcons() {}

    /** Below the context path. */
    public static String path(Constant.IssueType type) {
        return "/images/icons/issuetypes/" + name(type) + ".svg";
    }

    private static String name(Constant.IssueType type) {
        if (type.isSubtask()) {
            return "subtask";
        }
        return switch (type.name().toLowerCase(Locale.ROOT)) {
            case "epic" -> "epic";
            case "initiative", "theme", "feature" -> "initiative";
            case "story" -> "story";
            case "bug" -> "bug";
            case "new feature" -> "newfeature";
            case "improvement" -> "improvement";
            case "task" -> "task";
            default -> "other";
        };
    }
}

package io.throughline.app.suggest;

import java.util.Set;

/**
 * What an issue says about itself.
 *
 * @param project Jira's id
 * @param projectKey its key now
 * @param parent id of the sub-task's parent, the epic or the initiative, by what fields say; 0 for none
 * @param description as far as it is read, empty for none
 * @param secured whether it has a security level
 */
public record IssueText(
        long id,
        String key,
        long project,
        String projectKey,
        long parent,
        String summary,
        String description,
        Set<String> components,
        Set<String> labels,
        boolean secured) {
    /** So much of a description says what an issue is about; stack traces and logs come behind. */
    public static final int DESCRIPTION_LENGTH = 600;

    public IssueText {
        components = Set.copyOf(components);
        labels = Set.copyOf(labels);
        description =
                description.length() <= DESCRIPTION_LENGTH ? description : description.substring(0, DESCRIPTION_LENGTH);
    }

    /** Components and labels. */
    String tags() {
        return String.join(" ", components) + ' ' + String.join(" ", labels);
    }

    String text() {
        return summary + ' ' + description + ' ' + tags();
    }
}

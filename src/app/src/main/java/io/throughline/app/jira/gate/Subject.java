package io.throughline.app.jira.gate;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.issuetype.IssueType;
import com.atlassian.jira.issue.label.Label;
import io.throughline.app.jira.JiraFields;
import io.throughline.app.jira.JiraWorkSource;
import java.util.Set;
import java.util.function.IntToLongFunction;
import java.util.stream.Collectors;

/**
 * What a gate looks at in an issue.
 *
 * @param id 0 while it is being created
 * @param project Jira's id
 * @param type name of the issue type, empty if it has none
 * @param parentAt the id of its parent if it is of some level, 0 for none
 */
record Subject(long id, long project, String type, boolean subTask, IntToLongFunction parentAt, Set<String> labels) {

    /** An issue as it would be after a transition. */
    static Subject of(Issue issue, JiraFields fields) {
        return new Subject(
                issue.getId() == null ? 0 : issue.getId(),
                issue.getProjectId(),
                typeOf(issue),
                issue.isSubTask(),
                level -> JiraWorkSource.parent(issue, fields, level),
                issue.getLabels().stream().map(Label::getLabel).collect(Collectors.toSet()));
    }

    /** One of which only project and type were chosen yet. */
    static Subject fresh(long project, IssueType type) {
        return new Subject(0, project, type.getName(), type.isSubTask(), level -> 0, Set.of());
    }

    static String typeOf(Issue issue) {
        return issue.getIssueType() == null ? "" : issue.getIssueType().getName();
    }

    boolean isUnborn() {
        return id == 0;
    }
}

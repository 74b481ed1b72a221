package io.throughline.app.jira;

import static org.mockito.Mockito.lenient;
import static org.mockito.Mockito.mock;

import com.atlassian.jira.issue.MutableIssue;
import com.atlassian.jira.issue.fields.CustomField;
import com.atlassian.jira.issue.issuetype.IssueType;
import com.atlassian.jira.issue.resolution.Resolution;
import com.atlassian.jira.issue.status.Status;
import com.atlassian.jira.issue.status.category.StatusCategory;
import com.atlassian.jira.project.Project;
import java.sql.Timestamp;
import java.time.Instant;

/** An issue as Jira hands it out. */
final class FakeIssue {
    final MutableIssue issue = mock(MutableIssue.class);
    private final IssueType type = mock(IssueType.class);
    private final StatusCategory category = mock(StatusCategory.class);
    final Project project = mock(Project.class);

    FakeIssue(long id, String key, String typeName) {
        lenient().when(issue.getId()).thenReturn(id);
        lenient().when(issue.getKey()).thenReturn(key);
        lenient().when(issue.getSummary()).thenReturn("Summary of " + key);
        lenient().when(issue.getIssueType()).thenReturn(type);
        lenient().when(type.getName()).thenReturn(typeName);
        Status status = mock(Status.class);
        lenient().when(issue.getStatus()).thenReturn(status);
        lenient().when(status.getName()).thenReturn("Whatever");
        lenient().when(status.getStatusCategory()).thenReturn(category);
        lenient().when(category.getKey()).thenReturn("new");
        lenient().when(issue.getProjectObject()).thenReturn(project);
        lenient().when(issue.getProjectId()).thenReturn(1L);
        lenient().when(project.getId()).thenReturn(1L);
        lenient().when(project.getKey()).thenReturn(key.substring(0, key.indexOf('-')));
        lenient().when(project.getName()).thenReturn("Project of " + key);
        lenient().when(issue.getUpdated()).thenReturn(Timestamp.from(Instant.parse("2026-03-01T10:00:00Z")));
    }

    FakeIssue category(String key) {
        lenient().when(category.getKey()).thenReturn(key);
        return this;
    }

    FakeIssue resolution(String name) {
        Resolution resolution = mock(Resolution.class);
        lenient().when(resolution.getName()).thenReturn(name);
        lenient().when(issue.getResolution()).thenReturn(resolution);
        return this;
    }

    FakeIssue subTaskOf(long parent) {
        lenient().when(issue.isSubTask()).thenReturn(true);
        lenient().when(issue.getParentId()).thenReturn(parent);
        return this;
    }

    FakeIssue value(CustomField field, Object value) {
        lenient().when(issue.getCustomFieldValue(field)).thenReturn(value);
        return this;
    }
}

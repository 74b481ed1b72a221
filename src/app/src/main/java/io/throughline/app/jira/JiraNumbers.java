package io.throughline.app.jira;

import com.atlassian.jira.issue.CustomFieldManager;
import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.IssueManager;
import com.atlassian.jira.issue.fields.CustomField;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import com.atlassian.plugin.spring.scanner.annotation.imports.JiraImport;
import io.throughline.app.live.NumberSource;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;

/** Number fields of Jira, by the name that people read or by their id; several may share a name. */
@JiraComponent
public class JiraNumbers implements NumberSource {
    /** Issues that are read at once. */
    private static final int TOGETHER = 500;

    private final CustomFieldManager fields;
    private final IssueManager issues;

    @Inject
    public JiraNumbers(@JiraImport CustomFieldManager fields, @JiraImport IssueManager issues) {
        this.fields = fields;
        this.issues = issues;
    }

    @Override
    public boolean isNumberField(String nameOrId) {
        return !found(nameOrId).isEmpty();
    }

    private List<CustomField> found(String nameOrId) {
        return fields.getCustomFieldObjects().stream()
                .filter(field -> nameOrId.equals(field.getId()) || nameOrId.equals(field.getName()))
                .filter(field -> field.getCustomFieldType() != null)
                .filter(field ->
                        JiraFields.NUMBER.equals(field.getCustomFieldType().getKey()))
                .toList();
    }

    @Override
    public double[] values(String nameOrId, long[] ids) {
        List<CustomField> found = found(nameOrId);
        DoubleStream.Builder values = DoubleStream.builder();
        List<Long> wanted = new ArrayList<>();
        for (long id : ids) {
            wanted.add(id);
        }
        for (int from = 0; from < wanted.size() && !found.isEmpty(); from += TOGETHER) {
            for (Issue issue : issues.getIssueObjects(wanted.subList(from, Math.min(from + TOGETHER, wanted.size())))) {
                add(issue, found, values);
            }
        }
        return values.build().toArray();
    }

    private static void add(Issue issue, List<CustomField> found, DoubleStream.Builder values) {
        for (CustomField field : found) {
            if (issue.getCustomFieldValue(field) instanceof Number number) {
                values.add(number.doubleValue());
                return;
            }
        }
    }
}

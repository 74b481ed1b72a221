package io.throughline.app.jira;

import com.atlassian.jira.issue.CustomFieldManager;
import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.IssueManager;
import com.atlassian.jira.issue.fields.CustomField;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The custom fields that carry structure and size, as they are at one moment. Found by type key, story points by name
 * and type: field ids differ from instance to instance and names can be translated.
 */
public final class JiraFields {
    static final String EPIC_LINK = "com.pyxis.greenhopper.jira:gh-epic-link";
    static final String PARENT_LINK = "com.atlassian.jpo:jpo-custom-field-parent";
    static final String NUMBER = "com.atlassian.jira.plugin.system.customfieldtypes:float";
    static final String STORY_POINTS = "Story Points";

    private final IssueManager issues;
    private final List<CustomField> epicLinks;
    private final List<CustomField> parentLinks;
    private final List<CustomField> storyPoints;

    public JiraFields(CustomFieldManager fields, IssueManager issues) {
        this.issues = issues;
        List<CustomField> all = fields.getCustomFieldObjects();
        epicLinks = ofType(all, EPIC_LINK);
        parentLinks = ofType(all, PARENT_LINK);
        storyPoints = ofType(List.copyOf(fields.getCustomFieldObjectsByName(STORY_POINTS)), NUMBER);
    }

    private static List<CustomField> ofType(List<CustomField> fields, String typeKey) {
        return fields.stream()
                .filter(field -> field.getCustomFieldType() != null)
                .filter(field -> typeKey.equals(field.getCustomFieldType().getKey()))
                .toList();
    }

    /** The id of the issue that Epic Link names, 0 for none. */
    long epicOf(Issue issue) {
        return target(issue, epicLinks);
    }

    /** The id of the issue that Parent Link names, 0 for none. */
    long parentOf(Issue issue) {
        return target(issue, parentLinks);
    }

    /** Null where no Story Points field has a value; 0 is a value. */
    @Nullable
    Double storyPointsOf(Issue issue) {
        for (CustomField field : storyPoints) {
            Object value = issue.getCustomFieldValue(field);
            if (value instanceof Number number) {
                return number.doubleValue();
            }
        }
        return null;
    }

    private long target(Issue issue, List<CustomField> fields) {
        for (CustomField field : fields) {
            Object value = issue.getCustomFieldValue(field);
            if (value != null) {
                return idOf(value);
            }
        }
        return 0;
    }

    /** The value is an issue in some versions and an object whose text is the key in others (platform facts, 3.5). */
    private long idOf(Object value) {
        Issue named = value instanceof Issue issue
                ? issue
                : issues.getIssueByCurrentKey(value.toString().strip());
        return named == null || named.getId() == null ? 0 : named.getId();
    }
}

package io.throughline.app.jira;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyCollection;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.atlassian.jira.issue.CustomFieldManager;
import com.atlassian.jira.issue.IssueManager;
import com.atlassian.jira.issue.customfields.CustomFieldType;
import com.atlassian.jira.issue.fields.CustomField;
import com.atlassian.jira.project.ProjectManager;
import io.throughline.core.work.StatusCategory;
import io.throughline.core.work.WorkItem;
import io.throughline.core.work.WorkRules;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ofbiz.core.entity.GenericEntityException;

class JiraWorkSourceTest {
    private final ProjectManager projects = mock(ProjectManager.class);
    private final IssueManager issues = mock(IssueManager.class);
    private final CustomFieldManager fields = mock(CustomFieldManager.class);
    private final CustomField epicLink = field(JiraFields.EPIC_LINK);
    private final CustomField parentLink = field(JiraFields.PARENT_LINK);
    private final CustomField storyPoints = field(JiraFields.NUMBER);
    private final CustomField namesake = field("com.atlassian.jira.plugin.system.customfieldtypes:textfield");
    private final JiraWorkSource source = new JiraWorkSource(projects, issues, fields, mock(RecentIssues.class));

    @BeforeEach
    void fieldsOfAJiraThatSpeaksAnyLanguage() {
        when(fields.getCustomFieldObjects()).thenReturn(List.of(namesake, epicLink, parentLink, storyPoints));
        when(fields.getCustomFieldObjectsByName("Story Points")).thenReturn(List.of(namesake, storyPoints));
    }

    @Test
    void anIssueBecomesAnItem() {
        FakeIssue story = new FakeIssue(7, "OPS-7", "Story")
                .category("done")
                .resolution("Won't Do")
                .value(storyPoints, 5.0);
        when(story.issue.getOriginalEstimate()).thenReturn(7200L);
        when(story.issue.getSecurityLevelId()).thenReturn(10100L);
        when(story.issue.getResolutionDate()).thenReturn(Timestamp.from(Instant.parse("2026-02-01T00:00:00Z")));

        assertThat(read(story))
                .isEqualTo(new WorkItem(
                        7,
                        "OPS-7",
                        1,
                        "OPS",
                        "Story",
                        false,
                        0,
                        StatusCategory.DONE,
                        "Won't Do",
                        5.0,
                        7200L,
                        Instant.parse("2026-03-01T10:00:00Z"),
                        Instant.parse("2026-02-01T00:00:00Z"),
                        false,
                        10100L));
    }

    @ParameterizedTest
    @CsvSource({"new, TO_DO", "indeterminate, IN_PROGRESS", "done, DONE", "undefined, TO_DO"})
    void theStatusCategoryCountsAndNotTheStatus(String key, StatusCategory category) {
        assertThat(read(new FakeIssue(7, "OPS-7", "Story").category(key)).statusCategory())
                .isEqualTo(category);
    }

    @Test
    void anEpicLinkIsReadAsAnIssueAndAsAKey() {
        FakeIssue epic = new FakeIssue(100, "OPS-100", "Epic");
        when(issues.getIssueByCurrentKey("OPS-100")).thenReturn(epic.issue);

        assertThat(read(new FakeIssue(7, "OPS-7", "Story").value(epicLink, epic.issue))
                        .parentId())
                .isEqualTo(100);
        assertThat(read(new FakeIssue(7, "OPS-7", "Story").value(epicLink, "OPS-100"))
                        .parentId())
                .isEqualTo(100);
    }

    @Test
    void anEpicLinkToNothingIsNoParent() {
        assertThat(read(new FakeIssue(7, "OPS-7", "Story").value(epicLink, "GONE-1"))
                        .parentId())
                .isZero();
    }

    @Test
    void theLevelDecidesWhichFieldNamesTheParent() {
        FakeIssue initiative = new FakeIssue(200, "OPS-200", "Initiative");

        assertThat(read(new FakeIssue(7, "OPS-7", "Epic")
                                .value(epicLink, new FakeIssue(1, "OPS-1", "Epic").issue)
                                .value(parentLink, initiative.issue))
                        .parentId())
                .isEqualTo(200);
        assertThat(read(new FakeIssue(7, "OPS-7", "Story").value(parentLink, initiative.issue))
                        .parentId())
                .isZero();
        assertThat(read(new FakeIssue(7, "OPS-7", "Sub-task").subTaskOf(3)).parentId())
                .isEqualTo(3);
    }

    @Test
    void aTypeThatIsMappedHigherUsesTheParentLink() {
        FakeIssue initiative = new FakeIssue(200, "OPS-200", "Initiative");
        FakeIssue feature = new FakeIssue(7, "OPS-7", "Feature").value(parentLink, initiative.issue);
        when(issues.getIssueObjects(anyCollection())).thenReturn(List.of(feature.issue));
        WorkRules rules = new WorkRules(Map.of("Feature", 1, "Initiative", 2), Set.of(), 1, 1);

        assertThat(source.read(List.of(7L), rules).get(0).parentId()).isEqualTo(200);
    }

    @Test
    void zeroStoryPointsAreAValueAndNoneAreNone() {
        assertThat(read(new FakeIssue(7, "OPS-7", "Story").value(storyPoints, 0.0))
                        .storyPoints())
                .isZero();
        assertThat(read(new FakeIssue(7, "OPS-7", "Story")).storyPoints()).isNull();
    }

    @Test
    void aTextFieldOfTheSameNameIsNotStoryPoints() {
        assertThat(read(new FakeIssue(7, "OPS-7", "Story").value(namesake, "8")).storyPoints())
                .isNull();
    }

    @Test
    void anIssueIsArchivedWithItsProject() {
        FakeIssue story = new FakeIssue(7, "OPS-7", "Story");
        when(story.project.isArchived()).thenReturn(true);

        assertThat(read(story).archived()).isTrue();
    }

    @Test
    void aJiraThatCannotListAProjectIsAFault() throws Exception {
        when(issues.getIssueIdsForProject(any())).thenThrow(new GenericEntityException("no connection", null));

        assertThatThrownBy(() -> source.issues(1))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("project 1");
    }

    private WorkItem read(FakeIssue issue) {
        when(issues.getIssueObjects(anyCollection())).thenReturn(List.of(issue.issue));
        return source.read(List.of(issue.issue.getId()), WorkRules.defaults()).get(0);
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // the platform declares the field's type with wildcards
    private static CustomField field(String typeKey) {
        CustomFieldType type = mock(CustomFieldType.class);
        when(type.getKey()).thenReturn(typeKey);
        CustomField field = mock(CustomField.class);
        when(field.getCustomFieldType()).thenReturn(type);
        return field;
    }
}

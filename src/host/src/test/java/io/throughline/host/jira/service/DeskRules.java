package io.throughline.host.jira.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.jira.event.ProjectCreatedEvent;
import com.atlassian.jira.event.issue.DelegatingJiraIssueEvent;
import com.atlassian.jira.event.issue.IssueChangedEvent;
import com.atlassian.jira.event.issue.IssueEvent;
import com.atlassian.jira.event.issue.IssueEventBundle;
import com.atlassian.jira.event.issue.IssuePreDeleteEvent;
import com.atlassian.jira.event.type.EventType;
import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.fields.CustomField;
import com.atlassian.jira.issue.history.ChangeItemBean;
import com.atlassian.jira.project.Project;
import io.throughline.host.jira.BothDatabases;
import io.throughline.host.jira.model.FieldTypes;
import io.throughline.host.jira.model.IssueParts.FieldValue;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ofbiz.core.entity.GenericValue;

abstract class DeskRules extends BothDatabases {
    private Project project;

    @BeforeEach
    void makeProject() {
        project = jira.project("ABC");
    }

    @Test
    void aCreatedIssueIsNumberedAndAnnouncedOnceEachWay() {
        jira.events.clear();

        Issue issue = jira.issue(project, "Story", "A story");

        assertThat(issue.getKey()).isEqualTo("ABC-1");
        assertThat(issue.getStatus().getName()).isEqualTo("To Do");
        assertThat(issue.getCreated()).isEqualTo(issue.getUpdated());
        assertThat(jira.events).hasSize(2);
        IssueEvent event = (IssueEvent) jira.events.get(0);
        assertThat(event.getEventTypeId()).isEqualTo(EventType.ISSUE_CREATED_ID);
        assertThat(event.getIssue()).isEqualTo(issue);
        IssueEventBundle bundle = (IssueEventBundle) jira.events.get(1);
        assertThat(((DelegatingJiraIssueEvent) bundle.getEvents().iterator().next()).asIssueEvent())
                .isSameAs(event);
    }

    @Test
    void aTransitionToDoneResolvesAndNamesTheStatusAsChanged() throws Exception {
        Issue issue = jira.issue(project, "Task", "A task");
        jira.events.clear();

        Issue done = jira.services
                .issueDesk()
                .transition(issue.getId(), jira.status("Done"), Optional.empty(), draft -> {}, jira.user("dev"));

        assertThat(done.getStatus().getStatusCategory().getKey()).isEqualTo("done");
        assertThat(done.getResolution().getName()).isEqualTo("Done");
        assertThat(done.getResolutionDate()).isNotNull();
        assertThat(jira.events).hasSize(3);
        IssueChangedEvent changed = (IssueChangedEvent) jira.events.get(2);
        assertThat(changed.getChangeItems())
                .extracting(ChangeItemBean::getField, ChangeItemBean::getFromString, ChangeItemBean::getToString)
                .contains(org.assertj.core.groups.Tuple.tuple("status", "To Do", "Done"));
        List<GenericValue> rows =
                ((IssueEvent) jira.events.get(0)).getChangeLog().getRelated("ChildChangeItem");
        assertThat(rows).extracting(row -> row.getString("field")).contains("status", "resolution");
    }

    @Test
    void leavingDoneTakesTheResolutionAway() {
        Issue issue = jira.issue(project, "Task", "A task");
        IssueDesk desk = jira.services.issueDesk();
        desk.transition(issue.getId(), jira.status("Done"), Optional.empty(), draft -> {}, jira.user("dev"));

        Issue again =
                desk.transition(issue.getId(), jira.status("To Do"), Optional.empty(), draft -> {}, jira.user("dev"));

        assertThat(again.getResolution()).isNull();
        assertThat(again.getResolutionDate()).isNull();
        assertThat(jira.data().history().of(issue.getId())).hasSize(2);
    }

    @Test
    void anUpdateThatChangesNothingIsSilent() {
        Issue issue = jira.issue(project, "Task", "A task");
        jira.events.clear();

        jira.services.issueDesk().update(issue.getId(), draft -> draft.summary = "A task", jira.user("dev"));

        assertThat(jira.events).isEmpty();
        assertThat(jira.data().history().of(issue.getId())).isEmpty();
    }

    @Test
    void anEpicLinkIsReadAsTheEpicAndAParentLinkAsSomethingWithAKey() {
        long epicLink = jira.data().constants().field(FieldTypes.EPIC_LINK).id();
        long parentLink = jira.data().constants().field(FieldTypes.PARENT_LINK).id();
        Issue initiative = jira.issue(project, "Initiative", "An initiative");
        Issue epic = jira.issue(
                project,
                "Epic",
                "An epic",
                draft -> draft.fields.put(parentLink, FieldValue.ofIssue(initiative.getId())));
        Issue story = jira.issue(
                project, "Story", "A story", draft -> draft.fields.put(epicLink, FieldValue.ofIssue(epic.getId())));

        assertThat(value(story, FieldTypes.EPIC_LINK)).isEqualTo(epic);
        assertThat(value(epic, FieldTypes.PARENT_LINK))
                .isNotInstanceOf(Issue.class)
                .hasToString(initiative.getKey());
        assertThat(value(epic, FieldTypes.EPIC_LINK)).isNull();
    }

    private Object value(Issue issue, String type) {
        CustomField field = jira.services.customFieldManager().getCustomFieldObjects().stream()
                .filter(each -> each.getCustomFieldType().getKey().equals(type))
                .findFirst()
                .orElseThrow();
        return field.getValue(issue);
    }

    @Test
    void aMovedIssueKeepsItsIdAndIsFoundByBothKeys() {
        Project other = jira.project("XYZ");
        Issue issue = jira.issue(project, "Task", "A task");
        Issue subtask = jira.issue(project, "Sub-task", "A part", draft -> draft.parentId = issue.getId());
        jira.events.clear();

        Issue moved = jira.services.issueDesk().move(issue.getId(), other.getId(), 0, jira.user("admin"));

        assertThat(moved.getKey()).isEqualTo("XYZ-1");
        assertThat(moved.getId()).isEqualTo(issue.getId());
        assertThat(jira.services.issueManager().getIssueObject("ABC-1").getKey())
                .isEqualTo("XYZ-1");
        assertThat(jira.services.issueManager().getIssueByCurrentKey("ABC-1")).isNull();
        assertThat(jira.services.issueManager().getAllIssueKeys(issue.getId())).containsExactly("XYZ-1", "ABC-1");
        assertThat(jira.services.issueManager().getIssueObject(subtask.getId()).getKey())
                .isEqualTo("XYZ-2");
        assertThat(jira.events)
                .filteredOn(IssueEvent.class::isInstance)
                .extracting(event -> ((IssueEvent) event).getEventTypeId())
                .containsOnly(EventType.ISSUE_MOVED_ID);
        IssueChangedEvent changed = (IssueChangedEvent) jira.events.get(2);
        assertThat(changed.getChangeItems())
                .extracting(ChangeItemBean::getField)
                .contains("project", "Key");
    }

    @Test
    void aDeletedIssueIsAnnouncedBeforeAndAfterWithItsSubtasks() {
        Issue issue = jira.issue(project, "Task", "A task", draft -> draft.labels.add("one"));
        jira.issue(project, "Sub-task", "A part", draft -> draft.parentId = issue.getId());
        jira.events.clear();

        jira.services.issueDesk().delete(issue.getId(), jira.user("admin"));

        assertThat(jira.data().issues().count()).isZero();
        assertThat(jira.events).hasSize(6);
        assertThat(((IssuePreDeleteEvent) jira.events.get(0)).getIssue().getKey())
                .isEqualTo("ABC-2");
        IssueEvent last = (IssueEvent) jira.events.get(4);
        assertThat(last.getEventTypeId()).isEqualTo(EventType.ISSUE_DELETED_ID);
        assertThat(last.getIssue().getLabels()).hasSize(1);
        assertThat(jira.count("SELECT count(*) FROM jira_label")).isZero();
    }

    @Test
    void theSecretProjectIsBrowsedByAdminAndPmoOnly() {
        Project secret = jira.services.projectManager().getProjectObjByKey("SECRET");
        var browse = com.atlassian.jira.permission.ProjectPermissions.BROWSE_PROJECTS;

        assertThat(List.of("admin", "pmo", "exec", "dev", "outsider"))
                .filteredOn(name -> jira.services.permissionManager().hasPermission(browse, secret, jira.user(name)))
                .containsExactly("admin", "pmo");
        assertThat(jira.services.permissionManager().hasPermission(browse, secret, null))
                .isFalse();
        assertThat(jira.services.permissionManager().getProjects(browse, jira.user("dev")))
                .containsExactly(project);
    }

    @Test
    void aRenamedProjectIsFoundByItsOldKeyAndSoAreItsIssues() {
        jira.issue(project, "Task", "A task");
        var row = jira.data().projects().find(project.getId()).orElseThrow();

        jira.services
                .projectDesk()
                .update(
                        new io.throughline.host.jira.model.ProjectRow(
                                row.id(), "NEW", row.name(), row.description(), row.lead(), false),
                        jira.user("admin"));

        assertThat(jira.services.projectManager().getProjectObjByKey("ABC").getKey())
                .isEqualTo("NEW");
        assertThat(jira.services.issueManager().getIssueObject("ABC-1").getKey())
                .isEqualTo("NEW-1");
        assertThat(jira.events)
                .filteredOn(ProjectCreatedEvent.class::isInstance)
                .hasSize(1);
    }
}

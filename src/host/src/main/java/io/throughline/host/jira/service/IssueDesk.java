package io.throughline.host.jira.service;

import com.atlassian.jira.event.issue.IssuePreDeleteEvent;
import com.atlassian.jira.event.type.EventType;
import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.user.ApplicationUser;
import io.throughline.host.jira.model.Comments;
import io.throughline.host.jira.model.Constant;
import io.throughline.host.jira.model.History;
import io.throughline.host.jira.model.Ids;
import io.throughline.host.jira.model.IssueDraft;
import io.throughline.host.jira.model.IssueRow;
import io.throughline.host.jira.model.IssueRows;
import io.throughline.host.jira.model.Issues;
import io.throughline.host.jira.model.JiraData;
import io.throughline.host.jira.model.StatusCategories;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;

/**
 * Where issues are written. Each write is one transaction; when it is committed, its events are published on the same thread.
 * Permissions and the sense of the input are the caller's to check.
 */
public final class IssueDesk {
    private final JiraServices services;
    private final JiraData data;
    private final JiraEvents events;

    IssueDesk(JiraServices services, JiraEvents events) {
        this.services = services;
        this.data = services.data();
        this.events = events;
    }

    /** Gives id, number, creator, first status and instants, then stores the issue. */
    public Issue create(IssueDraft draft, ApplicationUser actor) {
        draft.id = data.ids().next(Ids.Kind.ISSUE);
        draft.creator = actor == null ? null : actor.getKey();
        draft.created = data.clock().millis();
        draft.updated = draft.created;
        if (draft.statusId == 0) {
            draft.statusId = services.workflow().first(draft.projectId).id();
        }
        data.jdbi().useTransaction(handle -> new IssueRows(handle).insertNumbered(draft));
        Issue issue = services.issueManager().getIssueObject(draft.id);
        events.issue(EventType.ISSUE_CREATED_ID, issue, actor, List.of());
        return issue;
    }

    /** Changes fields; when nothing differs nothing is written and no event is published. */
    public Issue update(long id, Consumer<IssueDraft> edit, ApplicationUser actor) {
        return write(
                id,
                actor,
                (before, after) ->
                        isOnlyAssigned(before, after) ? EventType.ISSUE_ASSIGNED_ID : EventType.ISSUE_UPDATED_ID,
                (handle, draft) -> {
                    edit.accept(draft);
                    return draft;
                });
    }

    /**
     * Moves the issue along its workflow. Into a done status it gets a resolution (the given one, else the first) and a resolution
     * date, out of it it loses both.
     *
     * @param edit further fields of the transition's screen
     */
    public Issue transition(
            long id,
            Constant.Status to,
            Optional<Constant.Resolution> resolution,
            Consumer<IssueDraft> edit,
            ApplicationUser actor) {
        return write(id, actor, (before, after) -> services.workflow().eventType(to), (handle, draft) -> {
            edit.accept(draft);
            draft.statusId = to.id();
            boolean isDone = to.categoryId() == StatusCategories.DONE;
            boolean wasResolved = draft.resolutionId != null;
            if (isDone && (!wasResolved || resolution.isPresent())) {
                draft.resolutionId = resolution.map(Constant::id).orElseGet(this::firstResolution);
                draft.resolved = data.clock().millis();
            }
            if (!isDone) {
                draft.resolutionId = null;
                draft.resolved = null;
            }
            return draft;
        });
    }

    private long firstResolution() {
        return data.constants().resolutions().all().iterator().next().id();
    }

    /** Moves the issue and its sub-tasks to another project; ids stay, numbers are new, old keys still find them. */
    public Issue move(long id, long toProject, long toType, ApplicationUser actor) {
        List<Long> subtasks =
                data.issues().subtasks(id).stream().map(IssueRow::id).toList();
        Issue moved = moveOne(id, toProject, toType, actor);
        subtasks.forEach(subtask -> moveOne(subtask, toProject, 0, actor));
        return moved;
    }

    private Issue moveOne(long id, long toProject, long toType, ApplicationUser actor) {
        String oldKey = data.issues().find(id).orElseThrow().key();
        return write(id, actor, (before, after) -> EventType.ISSUE_MOVED_ID, (handle, draft) -> {
            draft.typeId = toType == 0 ? draft.typeId : toType;
            draft.components.clear();
            draft.fixVersions.clear();
            draft.affectedVersions.clear();
            if (draft.projectId != toProject) {
                new IssueRows(handle).move(draft, oldKey, toProject);
            }
            return draft;
        });
    }

    /** Writes a comment; that is an event of its own and no change of the issue's fields. */
    public Comments.Comment comment(long id, String body, ApplicationUser actor) {
        Comments.Comment comment = data.comments()
                .add(
                        id,
                        actor == null ? null : actor.getKey(),
                        body,
                        data.clock().millis());
        events.issue(EventType.ISSUE_COMMENTED_ID, services.issueManager().getIssueObject(id), actor, List.of());
        return comment;
    }

    /** Archives or restores. The platform has no event for it that anyone found, so this host publishes none. */
    public void archive(long id, boolean isArchived) {
        data.jdbi()
                .useHandle(handle -> handle.execute(
                        "UPDATE jira_issue SET archived = ?, archived_at = ? WHERE id = ?",
                        isArchived,
                        isArchived ? data.clock().millis() : null,
                        id));
    }

    /** Deletes sub-tasks first, each with its own events. */
    public void delete(long id, ApplicationUser actor) {
        data.issues().subtasks(id).forEach(subtask -> delete(subtask.id(), actor));
        IssueRow row = data.issues().find(id).orElseThrow();
        HostIssue issue = new HostIssue(row, new IssueBatch(List.of(row), services)).readAll();
        events.publish(new IssuePreDeleteEvent(issue, actor));
        data.jdbi().useTransaction(handle -> new IssueRows(handle).delete(id));
        events.issue(EventType.ISSUE_DELETED_ID, issue, actor, List.of());
    }

    private interface EventChoice {
        Long type(IssueDraft before, IssueDraft after);
    }

    private interface Edit {
        IssueDraft apply(Handle handle, IssueDraft draft);
    }

    private Issue write(long id, ApplicationUser actor, EventChoice choice, Edit edit) {
        List<History.Item> items = new ArrayList<>();
        Long[] type = new Long[1];
        long changeId = data.history().nextId();
        data.jdbi().useTransaction(handle -> {
            IssueDraft before = locked(handle, id);
            IssueDraft after = edit.apply(handle, locked(handle, id));
            items.addAll(Changes.between(data, before, after));
            if (!items.isEmpty()) {
                after.updated = Math.max(data.clock().millis(), before.updated);
                new IssueRows(handle).update(after);
                String author = actor == null ? null : actor.getKey();
                History.add(handle, new History.Change(changeId, author, after.updated, items), id);
                type[0] = choice.type(before, after);
            }
        });
        Issue issue = services.issueManager().getIssueObject(id);
        if (!items.isEmpty()) {
            events.issue(type[0], issue, actor, items);
        }
        return issue;
    }

    /** Holds the issue's row until the transaction ends, so that two edits follow one another. */
    private IssueDraft locked(Handle handle, long id) {
        handle.createQuery("SELECT id FROM jira_issue WHERE id = ? FOR UPDATE")
                .bind(0, id)
                .mapTo(Long.class)
                .one();
        IssueRow row = Issues.find(handle, id).orElseThrow();
        return IssueDraft.of(row, Issues.parts(handle, List.of(id)).get(id));
    }

    private static boolean isOnlyAssigned(IssueDraft before, IssueDraft after) {
        return !Objects.equals(before.assignee, after.assignee)
                && before.summary.equals(after.summary)
                && Objects.equals(before.description, after.description)
                && Map.copyOf(before.fields).equals(Map.copyOf(after.fields))
                && before.labels.equals(after.labels)
                && before.components.equals(after.components)
                && Objects.equals(before.priorityId, after.priorityId)
                && before.typeId == after.typeId;
    }
}

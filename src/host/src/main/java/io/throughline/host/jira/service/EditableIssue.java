package io.throughline.host.jira.service;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.MutableIssue;
import com.atlassian.jira.issue.fields.CustomField;
import com.atlassian.jira.issue.priority.Priority;
import com.atlassian.jira.issue.resolution.Resolution;
import com.atlassian.jira.user.ApplicationUser;
import io.throughline.host.jira.model.Constant;
import io.throughline.host.jira.model.FieldTypes;
import io.throughline.host.jira.model.IssueDraft;
import io.throughline.host.jira.model.IssueParts.FieldValue;
import io.throughline.host.jira.model.IssueRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * An issue with setters. They change this object only; a transition stores what its screen and its functions have set, whoever else
 * sets something sees it on this object and nowhere else, as on the platform. Not for several threads, as there.
 */
class EditableIssue extends HostIssue implements MutableIssue {
    private final IssueRow row;
    private final IssueBatch batch;
    private final JiraServices services;
    private final List<Consumer<IssueDraft>> edits = new ArrayList<>();
    /** Null until the first change. */
    private IssueDraft draft;

    EditableIssue(IssueRow row, JiraServices services) {
        this(row, new IssueBatch(List.of(row), services), services);
    }

    private EditableIssue(IssueRow row, IssueBatch batch, JiraServices services) {
        super(row, batch);
        this.row = row;
        this.batch = batch;
        this.services = services;
    }

    /** One that is a draft from the beginning. */
    EditableIssue(IssueRow row, IssueDraft draft, JiraServices services) {
        this(row, services);
        this.draft = draft;
    }

    /** Changes this object, and what {@link #applyTo} is given. */
    void edit(Consumer<IssueDraft> edit) {
        show(edit);
        edits.add(edit);
    }

    /** Changes this object only. */
    void show(Consumer<IssueDraft> edit) {
        if (draft == null) {
            draft = IssueDraft.of(row, batch.parts(row.id()));
        }
        edit.accept(draft);
    }

    /** Makes the same changes, in the same order, on the issue as it is stored now. */
    void applyTo(IssueDraft stored) {
        edits.forEach(edit -> edit.accept(stored));
    }

    @Override
    public void setSummary(String summary) {
        edit(changing -> changing.summary = Objects.requireNonNullElse(summary, ""));
    }

    @Override
    public void setDescription(String description) {
        edit(changing -> changing.description = description);
    }

    @Override
    public void setAssignee(ApplicationUser assignee) {
        edit(changing -> changing.assignee = assignee == null ? null : assignee.getKey());
    }

    @Override
    public void setCustomFieldValue(CustomField field, Object value) {
        long id = field.getIdAsLong();
        FieldValue kept = value == null ? null : kept(field, value);
        edit(changing -> {
            if (kept == null) {
                changing.fields.remove(id);
            } else {
                changing.fields.put(id, kept);
            }
        });
    }

    /** Whoever gives a field what is not of its type hears of it here; the platform says it when the value is stored. */
    private FieldValue kept(CustomField field, Object value) {
        Constant.Field kind = services.data().constants().fields().get(field.getIdAsLong());
        if (FieldTypes.isNumber(kind.typeKey())) {
            return FieldValue.ofNumber((Double) value);
        }
        return FieldTypes.isIssueReference(kind.typeKey())
                ? FieldValue.ofIssue(((Issue) value).getId())
                : FieldValue.ofText((String) value);
    }

    @Override
    public String getSummary() {
        return draft == null ? super.getSummary() : draft.summary;
    }

    @Override
    public String getDescription() {
        return draft == null ? super.getDescription() : draft.description;
    }

    @Override
    public ApplicationUser getAssignee() {
        return draft == null ? super.getAssignee() : services.userManager().getUserByKey(draft.assignee);
    }

    @Override
    public ApplicationUser getReporter() {
        return draft == null ? super.getReporter() : services.userManager().getUserByKey(draft.reporter);
    }

    @Override
    public Priority getPriority() {
        return draft == null ? super.getPriority() : services.constants().priority(draft.priorityId);
    }

    @Override
    public Resolution getResolution() {
        return draft == null ? super.getResolution() : services.constants().resolution(draft.resolutionId);
    }

    @Override
    public Long getOriginalEstimate() {
        return draft == null ? super.getOriginalEstimate() : draft.originalEstimate;
    }

    @Override
    public Object getCustomFieldValue(CustomField field) {
        return draft == null
                ? super.getCustomFieldValue(field)
                : batch.value(
                        draft.fields.get(field.getIdAsLong()),
                        field.getIdAsLong(),
                        id -> services.issueManager().getIssueObject(id));
    }
}

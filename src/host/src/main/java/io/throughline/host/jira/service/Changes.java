package io.throughline.host.jira.service;

import io.throughline.host.jira.model.Constant;
import io.throughline.host.jira.model.History;
import io.throughline.host.jira.model.IssueDraft;
import io.throughline.host.jira.model.IssueParts.FieldValue;
import io.throughline.host.jira.model.IssueRow;
import io.throughline.host.jira.model.JiraData;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.LongFunction;

/** Compares an issue before and after a write and names what changed as Jira's change log does. */
final class Changes {
    private final JiraData data;
    private final List<History.Item> items = new ArrayList<>();

    private Changes(JiraData data) {
        this.data = data;
    }

    static List<History.Item> between(JiraData data, IssueDraft before, IssueDraft after) {
        Changes changes = new Changes(data);
        changes.place(before, after);
        changes.words(before, after);
        changes.constants(before, after);
        changes.parts(before, after);
        changes.fields(before, after);
        return List.copyOf(changes.items);
    }

    private void place(IssueDraft before, IssueDraft after) {
        id(
                "project",
                before.projectId,
                after.projectId,
                id -> data.projects().find(id).map(row -> row.name()).orElse(""));
        if (before.projectId != after.projectId) {
            add("jira", "Key", null, key(before), null, key(after));
        }
        id("Parent", before.parentId, after.parentId, this::issueKey);
    }

    private String key(IssueDraft draft) {
        return data.projects().find(draft.projectId).orElseThrow().key() + "-" + draft.number;
    }

    private String issueKey(long id) {
        return data.issues().find(id).map(IssueRow::key).orElse("");
    }

    private void words(IssueDraft before, IssueDraft after) {
        text("summary", before.summary, after.summary);
        text("description", before.description, after.description);
        person("assignee", before.assignee, after.assignee);
        person("reporter", before.reporter, after.reporter);
        plain("duedate", before.due, after.due);
        plain("timeoriginalestimate", before.originalEstimate, after.originalEstimate);
        plain("timeestimate", before.remainingEstimate, after.remainingEstimate);
    }

    private void constants(IssueDraft before, IssueDraft after) {
        id(
                "issuetype",
                before.typeId,
                after.typeId,
                id -> data.constants().types().get(id).name());
        id(
                "status",
                before.statusId,
                after.statusId,
                id -> data.constants().statuses().get(id).name());
        id(
                "resolution",
                before.resolutionId,
                after.resolutionId,
                id -> data.constants().resolutions().get(id).name());
        id(
                "priority",
                before.priorityId,
                after.priorityId,
                id -> data.constants().priorities().get(id).name());
    }

    private void parts(IssueDraft before, IssueDraft after) {
        text("labels", String.join(" ", before.labels), String.join(" ", after.labels));
        LongFunction<String> component = id -> name(data.projects().components(before.projectId).stream()
                .filter(each -> each.id() == id)
                .map(each -> each.name())
                .findFirst());
        many("Component", before.components, after.components, component);
        LongFunction<String> version = id -> name(data.projects().versions(before.projectId).stream()
                .filter(each -> each.id() == id)
                .map(each -> each.name())
                .findFirst());
        many("Fix Version", before.fixVersions, after.fixVersions, version);
        many("Version", before.affectedVersions, after.affectedVersions, version);
    }

    private static String name(java.util.Optional<String> name) {
        return name.orElse("");
    }

    private void fields(IssueDraft before, IssueDraft after) {
        Set<Long> ids = new TreeSet<>(before.fields.keySet());
        ids.addAll(after.fields.keySet());
        for (long id : ids) {
            FieldValue old = before.fields.get(id);
            FieldValue fresh = after.fields.get(id);
            if (!Objects.equals(old, fresh)) {
                Constant.Field field = data.constants().fields().get(id);
                add("custom", field.name(), idOf(old), wordsOf(old), idOf(fresh), wordsOf(fresh));
            }
        }
    }

    private static String idOf(FieldValue value) {
        return value == null || value.issue() == null ? null : value.issue().toString();
    }

    private String wordsOf(FieldValue value) {
        if (value == null) {
            return null;
        }
        if (value.issue() != null) {
            return issueKey(value.issue());
        }
        return value.number() == null ? value.text() : Numbers.plain(value.number());
    }

    /** One item for each one added or removed, as Jira writes it. */
    private void many(String field, Set<Long> before, Set<Long> after, LongFunction<String> name) {
        before.stream()
                .filter(id -> !after.contains(id))
                .forEach(id -> add("jira", field, id.toString(), name.apply(id), null, null));
        after.stream()
                .filter(id -> !before.contains(id))
                .forEach(id -> add("jira", field, null, null, id.toString(), name.apply(id)));
    }

    private void id(String field, Long before, Long after, LongFunction<String> name) {
        if (!Objects.equals(before, after)) {
            add(
                    "jira",
                    field,
                    before == null ? null : before.toString(),
                    before == null ? null : name.apply(before),
                    after == null ? null : after.toString(),
                    after == null ? null : name.apply(after));
        }
    }

    private void person(String field, String before, String after) {
        if (!Objects.equals(before, after)) {
            add("jira", field, before, displayName(before), after, displayName(after));
        }
    }

    private String displayName(String key) {
        return data.people().find(key).map(person -> person.displayName()).orElse(key);
    }

    private void text(String field, String before, String after) {
        if (!Objects.equals(before, after)) {
            add("jira", field, null, before, null, after);
        }
    }

    private void plain(String field, Object before, Object after) {
        if (!Objects.equals(before, after)) {
            String old = before == null ? null : before.toString();
            String fresh = after == null ? null : after.toString();
            add("jira", field, old, old, fresh, fresh);
        }
    }

    private void add(String fieldType, String field, String from, String fromText, String to, String toText) {
        items.add(new History.Item(fieldType, field, from, fromText, to, toText));
    }
}

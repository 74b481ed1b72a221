package io.throughline.host.jira.service;

import com.atlassian.jira.event.issue.DelegatingJiraIssueEvent;
import com.atlassian.jira.event.issue.IssueChangedEvent;
import com.atlassian.jira.event.issue.IssueEvent;
import com.atlassian.jira.event.issue.IssueEventBundle;
import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.history.ChangeItemBean;
import com.atlassian.jira.user.ApplicationUser;
import io.throughline.host.jira.model.History;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.ofbiz.core.entity.GenericValue;

/**
 * Publishes what happened to issues: for one operation an issue event, a bundle with the same event, and for changed fields an
 * issue changed event, one after the other on the thread that wrote.
 */
final class JiraEvents {
    private final Consumer<Object> publisher;

    private record Bundle(List<DelegatingJiraIssueEvent> getEvents) implements IssueEventBundle {}

    private record Delegating(IssueEvent asIssueEvent) implements DelegatingJiraIssueEvent {}

    private record Changed(
            Issue getIssue, Optional<ApplicationUser> getAuthor, Collection<ChangeItemBean> getChangeItems)
            implements IssueChangedEvent {}

    /** The change group as the entity engine would give it. */
    private static final class ChangeLog extends GenericValue {
        ChangeLog(Map<String, String> columns, Map<String, List<GenericValue>> related) {
            super(columns, related);
        }
    }

    JiraEvents(Consumer<Object> publisher) {
        this.publisher = publisher;
    }

    void publish(Object event) {
        publisher.accept(event);
    }

    void issue(Long type, Issue issue, ApplicationUser actor, List<History.Item> items) {
        GenericValue changeLog = items.isEmpty() ? null : changeLog(items);
        IssueEvent event = new IssueEvent(issue, actor, null, null, changeLog, new HashMap<>(), type);
        publish(event);
        publish(new Bundle(List.of(new Delegating(event))));
        if (!items.isEmpty()) {
            List<ChangeItemBean> beans = items.stream()
                    .map(item -> new ChangeItemBean(
                            item.fieldType(), item.field(), item.from(), item.fromText(), item.to(), item.toText()))
                    .toList();
            publish(new Changed(issue, Optional.ofNullable(actor), beans));
        }
    }

    private static GenericValue changeLog(List<History.Item> items) {
        List<GenericValue> rows = items.stream()
                .<GenericValue>map(item -> new ChangeLog(columns(item), Map.of()))
                .toList();
        return new ChangeLog(Map.of(), Map.of("ChildChangeItem", rows));
    }

    private static Map<String, String> columns(History.Item item) {
        Map<String, String> columns = new HashMap<>();
        columns.put("fieldtype", item.fieldType());
        columns.put("field", item.field());
        columns.put("oldvalue", item.from());
        columns.put("oldstring", item.fromText());
        columns.put("newvalue", item.to());
        columns.put("newstring", item.toText());
        return columns;
    }
}

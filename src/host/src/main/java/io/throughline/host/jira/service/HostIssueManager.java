package io.throughline.host.jira.service;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.IssueManager;
import com.atlassian.jira.issue.MutableIssue;
import io.throughline.host.jira.model.IssueRow;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Looks issues up. */
final class HostIssueManager implements IssueManager {
    private final JiraServices services;

    HostIssueManager(JiraServices services) {
        this.services = services;
    }

    @Override
    public MutableIssue getIssueObject(Long id) {
        return id == null ? null : shown(services.data().issues().find(id));
    }

    @Override
    public MutableIssue getIssueObject(String key) {
        return key == null ? null : shown(services.data().issues().findByAnyKey(key));
    }

    @Override
    public MutableIssue getIssueByCurrentKey(String key) {
        return key == null ? null : shown(services.data().issues().findByKey(key));
    }

    @Override
    public Collection<Long> getIssueIdsForProject(Long projectId) {
        return services.data().issues().idsOfProject(projectId);
    }

    @Override
    public List<Issue> getIssueObjects(Collection<Long> ids) {
        return new IssueBatch(services.data().issues().find(ids), services).issues();
    }

    @Override
    public Set<String> getAllIssueKeys(Long issueId) {
        Set<String> keys = new LinkedHashSet<>();
        services.data().issues().find(issueId).ifPresent(row -> {
            keys.add(row.key());
            services.data().projects().formerKeys(row.projectId()).forEach(key -> keys.add(key + "-" + row.number()));
        });
        keys.addAll(services.data().issues().formerKeys(issueId));
        return keys;
    }

    private MutableIssue shown(Optional<IssueRow> row) {
        return row.map(found -> new EditableIssue(found, services)).orElse(null);
    }
}

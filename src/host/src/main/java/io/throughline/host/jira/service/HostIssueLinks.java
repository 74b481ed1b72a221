package io.throughline.host.jira.service;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.link.IssueLink;
import com.atlassian.jira.issue.link.IssueLinkManager;
import com.atlassian.jira.issue.link.IssueLinkType;
import io.throughline.host.jira.model.Links;
import java.util.List;

/** Issue links. The system links behind sub-tasks and epics are not shown as links on this host. */
final class HostIssueLinks implements IssueLinkManager {
    private final JiraServices services;

    private record HostLinkType(
            Long getId, String getName, String getOutward, String getInward, boolean isSystemLinkType)
            implements IssueLinkType {}

    HostIssueLinks(JiraServices services) {
        this.services = services;
    }

    @Override
    public List<IssueLink> getOutwardLinks(Long sourceIssueId) {
        return services.data().links().outward(sourceIssueId).stream()
                .map(this::shown)
                .toList();
    }

    @Override
    public List<IssueLink> getInwardLinks(Long destinationIssueId) {
        return services.data().links().inward(destinationIssueId).stream()
                .map(this::shown)
                .toList();
    }

    IssueLink shown(Links.Link link) {
        return new HostLink(link);
    }

    private final class HostLink implements IssueLink {
        private final Links.Link row;

        HostLink(Links.Link row) {
            this.row = row;
        }

        @Override
        public Long getId() {
            return row.id();
        }

        @Override
        public Long getSourceId() {
            return row.sourceId();
        }

        @Override
        public Long getDestinationId() {
            return row.destinationId();
        }

        @Override
        public Issue getSourceObject() {
            return services.issueManager().getIssueObject(row.sourceId());
        }

        @Override
        public Issue getDestinationObject() {
            return services.issueManager().getIssueObject(row.destinationId());
        }

        @Override
        public IssueLinkType getIssueLinkType() {
            var type = services.data().constants().linkTypes().get(row.typeId());
            return new HostLinkType(type.id(), type.name(), type.outward(), type.inward(), false);
        }
    }
}

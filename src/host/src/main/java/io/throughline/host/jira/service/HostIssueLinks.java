package io.throughline.host.jira.service;

import com.atlassian.jira.issue.link.IssueLink;
import com.atlassian.jira.issue.link.IssueLinkManager;
import com.atlassian.jira.issue.link.IssueLinkType;
import io.throughline.host.jira.model.Links;

/** Issue links. The system links behind sub-tasks and epics are not shown as links on this host. */
final class HostIssueLinks implements IssueLinkManager {
    private final JiraServices services;

    private record HostLinkType(
            Long getId, String getName, String getOutward, String getInward, boolean isSystemLinkType)
            implements IssueLinkType {}

    HostIssueLinks(JiraServices services) {
        this.services = services;
    }

    IssueLink shown(Links.Link link) {
        return new HostLink(link);
    }

    private final class HostLink implements IssueLink {
        private final Links.Link row;

        HostLink(Links.Link row) {
            this.row = row;
        }

        public Long getId() {
            return row.id();
        }
    }
}

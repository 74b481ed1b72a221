package io.throughline.host.jira.service;

import com.atlassian.jira.config.ConstantsManager;
import com.atlassian.jira.issue.IssueConstant;
import com.atlassian.jira.issue.issuetype.IssueType;
import com.atlassian.jira.issue.priority.Priority;
import com.atlassian.jira.issue.resolution.Resolution;
import com.atlassian.jira.issue.status.Status;
import com.atlassian.jira.issue.status.category.StatusCategory;
import io.throughline.host.jira.model.Constant;
import io.throughline.host.jira.model.Constants;
import io.throughline.host.jira.model.StatusCategories;
import java.util.Collection;
import java.util.Objects;

/** The constants as Jira's API shows them. */
final class HostConstants implements ConstantsManager {
    private final Constants constants;

    HostConstants(Constants constants) {
        this.constants = constants;
    }

    @Override
    public Collection<IssueType> getAllIssueTypeObjects() {
        return constants.types().all().stream()
                .<IssueType>map(HostIssueType::new)
                .toList();
    }

    IssueType type(long id) {
        return new HostIssueType(constants.types().get(id));
    }

    Status status(long id) {
        return new HostStatus(constants.statuses().get(id));
    }

    Resolution resolution(Long id) {
        return id == null
                ? null
                : constants
                        .resolutions()
                        .find(id)
                        .map(row -> new HostResolution(row.id(), row.name(), row.description()))
                        .orElse(null);
    }

    Priority priority(Long id) {
        return id == null
                ? null
                : constants
                        .priorities()
                        .find(id)
                        .map(row -> new HostPriority(row.id(), row.name(), row.description()))
                        .orElse(null);
    }

    /** Names are not translated on this host; equal when of one kind and id. */
    private abstract static class Named implements IssueConstant {
        private final long id;
        private final String name;
        private final String description;

        Named(long id, String name, String description) {
            this.id = id;
            this.name = name;
            this.description = description;
        }

        @Override
        public String getId() {
            return Long.toString(id);
        }

        @Override
        public String getName() {
            return name;
        }

        public String getDescription() {
            return description;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Named that && getClass() == that.getClass() && id == that.id;
        }

        @Override
        public int hashCode() {
            return Objects.hash(getClass(), id);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private static final class HostIssueType extends Named implements IssueType {
        private final boolean isSubtask;

        HostIssueType(Constant.IssueType row) {
            super(row.id(), row.name(), row.description());
            isSubtask = row.isSubtask();
        }

        @Override
        public boolean isSubTask() {
            return isSubtask;
        }
    }

    private static final class HostStatus extends Named implements Status {
        private final StatusCategories.Category category;

        HostStatus(Constant.Status row) {
            super(row.id(), row.name(), row.description());
            category = row.category();
        }

        @Override
        public StatusCategory getStatusCategory() {
            return new HostStatusCategory(category.id(), category.key(), category.name(), category.color());
        }
    }

    private static final class HostResolution extends Named implements Resolution {
        HostResolution(long id, String name, String description) {
            super(id, name, description);
        }
    }

    private static final class HostPriority extends Named implements Priority {
        HostPriority(long id, String name, String description) {
            super(id, name, description);
        }
    }

    private record HostStatusCategory(Long getId, String getKey, String getName, String getColorName)
            implements StatusCategory {}
}

package io.throughline.app.jira;

import com.atlassian.jira.issue.CustomFieldManager;
import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.IssueManager;
import com.atlassian.jira.issue.resolution.Resolution;
import com.atlassian.jira.project.Project;
import com.atlassian.jira.project.ProjectManager;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import com.atlassian.plugin.spring.scanner.annotation.imports.JiraImport;
import io.throughline.app.live.WorkSource;
import io.throughline.core.work.StatusCategory;
import io.throughline.core.work.WorkItem;
import io.throughline.core.work.WorkRules;
import jakarta.inject.Inject;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ofbiz.core.entity.GenericEntityException;

/**
 * Jira's issues, read from the database through the issue manager, by id, a few hundred at a time. It asks for no
 * permission: the roll-up counts what exists, and who may see a row is decided where rows are shown.
 */
@JiraComponent
public class JiraWorkSource implements WorkSource {
    private final ProjectManager projects;
    private final IssueManager issues;
    private final CustomFieldManager fields;
    private final RecentIssues search;
    private final Clock clock;

    @Inject
    public JiraWorkSource(
            @JiraImport ProjectManager projects,
            @JiraImport IssueManager issues,
            @JiraImport CustomFieldManager fields,
            RecentIssues search) {
        this(projects, issues, fields, search, Clock.systemUTC());
    }

    JiraWorkSource(
            ProjectManager projects, IssueManager issues, CustomFieldManager fields, RecentIssues search, Clock clock) {
        this.projects = projects;
        this.issues = issues;
        this.fields = fields;
        this.search = search;
        this.clock = clock;
    }

    @Override
    public List<Long> projects() {
        return projects.getProjectObjects().stream().map(Project::getId).toList();
    }

    @Override
    public Collection<Long> issues(long project) {
        try {
            return issues.getIssueIdsForProject(project);
        } catch (GenericEntityException e) {
            throw new IllegalStateException("Jira could not list the issues of project " + project, e);
        }
    }

    @Override
    public Optional<Map<Long, Instant>> updatedSince(Instant since) {
        // relative, so that nobody's time zone matters
        long minutes = Math.max(1, Duration.between(since, clock.instant()).toMinutes() + 1);
        return search.updatedWithin(minutes);
    }

    @Override
    public long searchable(long project) {
        return search.count("project = " + project);
    }

    @Override
    public long searchable() {
        return search.count("ORDER BY key ASC");
    }

    @Override
    public List<WorkItem> read(Collection<Long> ids, WorkRules rules) {
        JiraFields now = new JiraFields(fields, issues);
        List<WorkItem> items = new ArrayList<>(ids.size());
        for (Issue issue : issues.getIssueObjects(ids)) {
            items.add(item(issue, now, rules));
        }
        return items;
    }

    private static WorkItem item(Issue issue, JiraFields fields, WorkRules rules) {
        String type = issue.getIssueType() == null ? "" : issue.getIssueType().getName();
        Resolution resolution = issue.getResolution();
        Project project = issue.getProjectObject();
        return new WorkItem(
                issue.getId(),
                issue.getKey(),
                issue.getProjectId(),
                project.getKey(),
                type,
                issue.isSubTask(),
                parent(issue, fields, rules.level(type, issue.isSubTask())),
                category(issue),
                resolution == null ? null : resolution.getName(),
                fields.storyPointsOf(issue),
                issue.getOriginalEstimate(),
                RecentIssues.updated(issue),
                instant(issue.getResolutionDate()),
                issue.isArchived() || project.isArchived(),
                issue.getSecurityLevelId());
    }

    /** A sub-task's parent, the Epic Link of a standard issue, the Parent Link of what is above (design: work). */
    public static long parent(Issue issue, JiraFields fields, int level) {
        if (level < WorkRules.STANDARD) {
            return issue.getParentId() == null ? 0 : issue.getParentId();
        }
        return level == WorkRules.STANDARD ? fields.epicOf(issue) : fields.parentOf(issue);
    }

    private static StatusCategory category(Issue issue) {
        String key = issue.getStatus() == null || issue.getStatus().getStatusCategory() == null
                ? "undefined"
                : issue.getStatus().getStatusCategory().getKey();
        return switch (key) {
            case "done" -> StatusCategory.DONE;
            case "indeterminate" -> StatusCategory.IN_PROGRESS;
            // "new", and "undefined" for a status that nobody put in a category: not begun, as far as one can say
            default -> StatusCategory.TO_DO;
        };
    }

    private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }
}

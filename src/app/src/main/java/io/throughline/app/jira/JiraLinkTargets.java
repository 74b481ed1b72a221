package io.throughline.app.jira;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.IssueManager;
import com.atlassian.jira.project.Project;
import com.atlassian.jira.project.ProjectManager;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import com.atlassian.plugin.spring.scanner.annotation.imports.JiraImport;
import io.throughline.app.access.Caller;
import io.throughline.app.live.LinkTargets;
import io.throughline.app.web.Languages;
import io.throughline.core.strategy.LinkTarget;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Issues and projects that links point to. Queries are refused for now: nothing evaluates them yet, and a link that
 * silently holds nothing would be a lie.
 */
@JiraComponent
public class JiraLinkTargets implements LinkTargets {
    private final IssueManager issues;
    private final ProjectManager projects;
    private final JiraBrowsing browsing;
    private final Languages languages;

    @Inject
    public JiraLinkTargets(
            @JiraImport IssueManager issues,
            @JiraImport ProjectManager projects,
            JiraBrowsing browsing,
            Languages languages) {
        this.issues = issues;
        this.projects = projects;
        this.browsing = browsing;
        this.languages = languages;
    }

    @Override
    public Resolved resolve(LinkTarget.Kind kind, String ref, Caller caller) {
        return switch (kind) {
            case ISSUE -> resolveIssue(ref, caller);
            case PROJECT ->
                visibleProject(ref, caller)
                        .map(project -> found(LinkTarget.project(project.getKey(), project.getId())))
                        .orElseGet(Resolved::absent);
            case JQL ->
                new Resolved(null, List.of(languages.ofReader().text("throughline.link.query.notYet")), List.of());
        };
    }

    private Resolved resolveIssue(String ref, Caller caller) {
        Issue issue = issues.getIssueObject(ref.toUpperCase(Locale.ROOT));
        return issue == null || !browsing.mayBrowse(issue, browsing.user(caller))
                ? Resolved.absent()
                : found(LinkTarget.issue(issue.getKey(), issue.getId()));
    }

    private static Resolved found(LinkTarget target) {
        return new Resolved(target, List.of(), List.of());
    }

    @Override
    public Shown show(LinkTarget target, Caller viewer) {
        return switch (target.kind()) {
            case ISSUE -> showIssue(target, viewer);
            case PROJECT -> showProject(target, viewer);
            case JQL -> new Shown(target.ref(), null, false, false);
        };
    }

    private Shown showIssue(LinkTarget target, Caller viewer) {
        Issue issue = target.id() == null ? null : issues.getIssueObject(target.id());
        if (issue == null) {
            return gone(target, keyHasAVisibleProject(target.ref(), viewer));
        }
        return browsing.mayBrowse(issue, browsing.user(viewer))
                ? new Shown(issue.getKey(), issue.getSummary(), false, false)
                : hidden();
    }

    private Shown showProject(LinkTarget target, Caller viewer) {
        Project project = target.id() == null ? null : projects.getProjectObj(target.id());
        if (project == null) {
            // nobody may browse what is gone, and its old key may have been a secret: only who can mend the link reads
            // it
            return gone(target, viewer.mayEdit());
        }
        return browsing.mayBrowse(project, browsing.user(viewer))
                ? new Shown(project.getKey(), project.getName(), false, false)
                : hidden();
    }

    /** The key of a deleted issue still names its project, which may be one that the viewer must not hear of. */
    private boolean keyHasAVisibleProject(String issueKey, Caller viewer) {
        int dash = issueKey.lastIndexOf('-');
        return dash > 0 && visibleProject(issueKey.substring(0, dash), viewer).isPresent();
    }

    private static Shown gone(LinkTarget target, boolean nameable) {
        return nameable ? new Shown(target.ref(), null, false, true) : hidden();
    }

    private static Shown hidden() {
        return new Shown(null, null, true, false);
    }

    @Override
    public Optional<String> project(String key, Caller caller) {
        return visibleProject(key, caller).map(Project::getKey);
    }

    private Optional<Project> visibleProject(String key, Caller caller) {
        @Nullable Project project = projects.getProjectObjByKey(key.strip().toUpperCase(Locale.ROOT));
        return Optional.ofNullable(project).filter(found -> browsing.mayBrowse(found, browsing.user(caller)));
    }
}

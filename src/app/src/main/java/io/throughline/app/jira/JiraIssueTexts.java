package io.throughline.app.jira;

import com.atlassian.jira.bc.project.component.ProjectComponent;
import com.atlassian.jira.issue.CustomFieldManager;
import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.IssueManager;
import com.atlassian.jira.issue.label.Label;
import com.atlassian.jira.project.Project;
import com.atlassian.jira.project.ProjectManager;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import com.atlassian.plugin.spring.scanner.annotation.imports.JiraImport;
import io.throughline.app.store.StrategyStore;
import io.throughline.app.suggest.IssueText;
import io.throughline.app.suggest.IssueTexts;
import io.throughline.core.work.WorkRules;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Texts of issues, from the issue manager; no search. */
@JiraComponent
public class JiraIssueTexts implements IssueTexts {
    private static final Logger LOG = LoggerFactory.getLogger(JiraIssueTexts.class);

    private final IssueManager issues;
    private final ProjectManager projects;
    private final CustomFieldManager fields;
    private final StrategyStore store;

    @Inject
    public JiraIssueTexts(
            @JiraImport IssueManager issues,
            @JiraImport ProjectManager projects,
            @JiraImport CustomFieldManager fields,
            StrategyStore store) {
        this.issues = issues;
        this.projects = projects;
        this.fields = fields;
        this.store = store;
    }

    @Override
    public List<IssueText> read(Collection<Long> ids) {
        JiraFields now = new JiraFields(fields, issues);
        WorkRules rules = store.settings(store.recent()).workRules();
        List<IssueText> texts = new ArrayList<>();
        for (Issue issue : issues.getIssueObjects(ids)) {
            try {
                texts.add(text(issue, now, rules));
            } catch (RuntimeException broken) {
                // a suggestion less; a list of orphans must not fail for it
                LOG.warn("Issue {} could not be read for suggestions", issue.getId(), broken);
            }
        }
        return texts;
    }

    private static IssueText text(Issue issue, JiraFields fields, WorkRules rules) {
        String type = issue.getIssueType() == null ? "" : issue.getIssueType().getName();
        return new IssueText(
                issue.getId(),
                issue.getKey(),
                issue.getProjectId(),
                issue.getProjectObject().getKey(),
                JiraWorkSource.parent(issue, fields, rules.level(type, issue.isSubTask())),
                Objects.requireNonNullElse(issue.getSummary(), ""),
                Objects.requireNonNullElse(issue.getDescription(), ""),
                issue.getComponents().stream().map(ProjectComponent::getName).collect(Collectors.toSet()),
                issue.getLabels().stream().map(Label::getLabel).collect(Collectors.toSet()),
                issue.getSecurityLevelId() != null);
    }

    @Override
    public Optional<String> projectName(long project) {
        return Optional.ofNullable(projects.getProjectObj(project)).map(Project::getName);
    }
}

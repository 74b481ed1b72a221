package io.throughline.app.jira.gate;

import com.atlassian.jira.config.ConstantsManager;
import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.issuetype.IssueType;
import com.atlassian.jira.permission.ProjectPermissions;
import com.atlassian.jira.project.Project;
import com.atlassian.jira.project.ProjectManager;
import com.atlassian.jira.security.PermissionManager;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.jira.user.util.UserManager;
import com.atlassian.jira.workflow.JiraWorkflow;
import com.atlassian.jira.workflow.WorkflowManager;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import com.atlassian.plugin.spring.scanner.annotation.imports.JiraImport;
import com.opensymphony.workflow.loader.ActionDescriptor;
import com.opensymphony.workflow.loader.ValidatorDescriptor;
import io.throughline.app.access.Caller;
import io.throughline.app.jira.GateAhead;
import io.throughline.app.live.CreationAhead;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The validators <em>must serve an objective</em> in a workflow, each asked as its transition would ask it. */
@JiraComponent
public class PlacedGates implements GateAhead, CreationAhead {
    private static final Logger LOG = LoggerFactory.getLogger(PlacedGates.class);
    /** Where OSWorkflow keeps the class of a rule among its arguments. */
    private static final String CLASS_NAME = "class.name";

    private final WorkflowManager workflows;
    private final ProjectManager projects;
    private final ConstantsManager constants;
    private final PermissionManager permissions;
    private final UserManager users;
    private final Gate gate;
    private final GateWords words;

    @Inject
    public PlacedGates(
            @JiraImport WorkflowManager workflows,
            @JiraImport ProjectManager projects,
            @JiraImport ConstantsManager constants,
            @JiraImport PermissionManager permissions,
            @JiraImport("jiraUserManager") UserManager users,
            Gate gate,
            GateWords words) {
        this.workflows = workflows;
        this.projects = projects;
        this.constants = constants;
        this.permissions = permissions;
        this.users = users;
        this.gate = gate;
        this.words = words;
    }

    @Override
    public List<String> refusing(Issue issue) {
        try {
            Set<String> names = new LinkedHashSet<>();
            JiraWorkflow workflow = workflows.getWorkflow(issue);
            Subject subject = gate.subject(issue);
            for (ActionDescriptor action : workflow.getAllActions()) {
                // it has come about already
                if (!workflow.isInitialAction(action)
                        && gatesOf(action).stream().anyMatch(rule -> refuses(rule, subject))) {
                    names.add(action.getName());
                }
            }
            return List.copyOf(names);
        } catch (RuntimeException unreadable) {
            // the gate itself still says what it has to; a panel without this line is better than none
            LOG.warn("The workflow of {} could not be read for gates", issue.getKey(), unreadable);
            return List.of();
        }
    }

    @Override
    public Optional<String> refusal(long project, String type, Caller caller) {
        if (!mayCreate(project, caller)) {
            return Optional.empty();
        }
        return constants.getAllIssueTypeObjects().stream()
                .filter(each -> each.getId().equals(type))
                // what a sub-task serves is its parent's, and that is not chosen in the form
                .filter(each -> !each.isSubTask())
                .findFirst()
                .flatMap(each -> refusal(project, each));
    }

    /** A scheme can let people create what they may not browse: to them the project looks absent all the same. */
    private boolean mayCreate(long project, Caller caller) {
        Project there = projects.getProjectObj(project);
        ApplicationUser user = users.getUserByKey(caller.key());
        return there != null
                && permissions.hasPermission(ProjectPermissions.BROWSE_PROJECTS, there, user)
                && permissions.hasPermission(ProjectPermissions.CREATE_ISSUES, there, user);
    }

    private Optional<String> refusal(long project, IssueType type) {
        try {
            JiraWorkflow workflow = workflows.getWorkflow(project, type.getId());
            Subject subject = Subject.fresh(project, type);
            return workflow.getAllActions().stream()
                    .filter(workflow::isInitialAction)
                    .flatMap(action -> gatesOf(action).stream())
                    .filter(rule -> refuses(rule, subject))
                    .map(rule -> words.stopped(subject, rule))
                    .findFirst();
        } catch (RuntimeException unreadable) {
            // the gate itself still says what it has to
            LOG.warn(
                    "The workflow of issue type {} in project {} could not be read",
                    type.getName(),
                    project,
                    unreadable);
            return Optional.empty();
        }
    }

    private static List<GateRule> gatesOf(ActionDescriptor action) {
        List<GateRule> rules = new ArrayList<>();
        for (Object each : action.getValidators()) {
            if (each instanceof ValidatorDescriptor validator
                    && MustServe.class.getName().equals(validator.getArgs().get(CLASS_NAME))) {
                rules.add(GateRule.of(validator.getArgs()));
            }
        }
        return rules;
    }

    private boolean refuses(GateRule rule, Subject subject) {
        return gate.foresee(subject, rule) == Gate.Verdict.SERVES_NOTHING;
    }
}

package io.throughline.host.jira.service;

import com.atlassian.jira.bc.issue.search.SearchService;
import com.atlassian.jira.config.ConstantsManager;
import com.atlassian.jira.event.ClearCacheEvent;
import com.atlassian.jira.issue.CustomFieldManager;
import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.IssueManager;
import com.atlassian.jira.issue.link.IssueLinkManager;
import com.atlassian.jira.project.ProjectManager;
import com.atlassian.jira.security.GlobalPermissionManager;
import com.atlassian.jira.security.JiraAuthenticationContext;
import com.atlassian.jira.security.PermissionManager;
import com.atlassian.jira.security.groups.GroupManager;
import com.atlassian.jira.user.util.UserManager;
import com.atlassian.jira.util.thread.JiraThreadLocalUtil;
import com.atlassian.jira.workflow.WorkflowManager;
import io.throughline.host.jira.jql.JqlFunctions;
import io.throughline.host.jira.model.IssueRow;
import io.throughline.host.jira.model.JiraData;
import io.throughline.host.jira.workflow.HostWorkflowManager;
import io.throughline.host.jira.workflow.PlacedRules;
import io.throughline.host.jira.workflow.RuleModules;
import io.throughline.host.jira.workflow.TransitionRules;
import io.throughline.host.launch.Services;
import io.throughline.host.launch.Users;
import java.util.List;
import java.util.function.Consumer;

/** Jira's Java API of one node, made once. */
public final class JiraServices {
    private final JiraData data;
    private final HostConstants constants;
    private final UserManager userManager;
    private final HostAuthenticationContext authenticationContext;
    private final GroupManager groupManager;
    private final ProjectManager projectManager;
    private final HostIssueManager issueManager;
    private final CustomFieldManager customFieldManager;
    private final PermissionManager permissionManager;
    private final GlobalPermissionManager globalPermissionManager;
    private final HostIssueLinks issueLinks;
    private final JqlFunctions functions = new JqlFunctions();
    private final HostSearchService searchService;
    private final Workflow workflow;
    private final RuleModules ruleModules = new RuleModules();
    private final PlacedRules placedRules;
    private final TransitionDesk transitionDesk;
    private final IssueDesk issueDesk;
    private final ProjectDesk projectDesk;
    private final LinkDesk linkDesk;
    private final JiraEvents events;

    /** @param publisher takes every event on the thread that wrote */
    public JiraServices(JiraData data, Users users, Consumer<Object> publisher) {
        this.data = data;
        constants = new HostConstants(data.constants());
        userManager = new HostUserManager(data.people());
        authenticationContext = new HostAuthenticationContext(users, userManager);
        groupManager = new HostGroupManager(users);
        projectManager = new HostProjectManager(this);
        issueManager = new HostIssueManager(this);
        customFieldManager = new HostCustomFieldManager(data.constants());
        permissionManager = new HostPermissionManager(data.grants(), projectManager::getProjectObjects);
        globalPermissionManager = new HostGlobalPermissionManager(users);
        issueLinks = new HostIssueLinks(this);
        searchService = new HostSearchService(this);
        workflow = new Workflow(data);
        events = new JiraEvents(publisher);
        placedRules = new PlacedRules(data.jdbi());
        transitionDesk = new TransitionDesk(this, new TransitionRules(ruleModules, placedRules));
        issueDesk = new IssueDesk(this, events);
        projectDesk = new ProjectDesk(this, events);
        linkDesk = new LinkDesk(this, events);
    }

    /** Hands the API to plugins. */
    public void exportTo(Services services) {
        services.export(ConstantsManager.class, constants);
        services.export(UserManager.class, userManager);
        services.export(JiraAuthenticationContext.class, authenticationContext);
        services.export(GroupManager.class, groupManager);
        services.export(ProjectManager.class, projectManager);
        services.export(IssueManager.class, issueManager);
        services.export(CustomFieldManager.class, customFieldManager);
        services.export(PermissionManager.class, permissionManager);
        services.export(GlobalPermissionManager.class, globalPermissionManager);
        services.export(IssueLinkManager.class, issueLinks);
        services.export(SearchService.class, searchService);
        services.export(WorkflowManager.class, new HostWorkflowManager(workflow, placedRules, ruleModules));
        services.export(JiraThreadLocalUtil.class, new HostThreadLocals());
        services.keep(JiraServices.class, this);
    }

    /** After an import, which announces no single issue: whoever holds something in memory reads it again. */
    public void announceNewData() {
        events.publish(new ClearCacheEvent());
    }

    /** One issue as the API shows it. */
    public Issue issue(IssueRow row) {
        return new HostIssue(row, new IssueBatch(List.of(row), this));
    }

    /** Issues that share what they read. */
    public List<Issue> issues(List<IssueRow> rows) {
        return new IssueBatch(rows, this).issues();
    }

    public JiraData data() {
        return data;
    }

    HostConstants constants() {
        return constants;
    }

    HostIssueLinks issueLinks() {
        return issueLinks;
    }

    public UserManager userManager() {
        return userManager;
    }

    public JiraAuthenticationContext authenticationContext() {
        return authenticationContext;
    }

    public ProjectManager projectManager() {
        return projectManager;
    }

    public IssueManager issueManager() {
        return issueManager;
    }

    public CustomFieldManager customFieldManager() {
        return customFieldManager;
    }

    public PermissionManager permissionManager() {
        return permissionManager;
    }

    public GlobalPermissionManager globalPermissionManager() {
        return globalPermissionManager;
    }

    public SearchService searchService() {
        return searchService;
    }

    /** JQL functions of plugins. */
    public JqlFunctions functions() {
        return functions;
    }

    public Workflow workflow() {
        return workflow;
    }

    /** Workflow rules of plugins. */
    public RuleModules ruleModules() {
        return ruleModules;
    }

    /** Where those rules are. */
    public PlacedRules placedRules() {
        return placedRules;
    }

    public TransitionDesk transitionDesk() {
        return transitionDesk;
    }

    public IssueDesk issueDesk() {
        return issueDesk;
    }

    public ProjectDesk projectDesk() {
        return projectDesk;
    }

    public LinkDesk linkDesk() {
        return linkDesk;
    }
}

package io.throughline.host.jira.workflow;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.workflow.JiraWorkflow;
import com.atlassian.jira.workflow.WorkflowManager;
import com.opensymphony.workflow.loader.ActionDescriptor;
import com.opensymphony.workflow.loader.DescriptorFactory;
import com.opensymphony.workflow.loader.ValidatorDescriptor;
import io.throughline.host.jira.service.Workflow;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The definition of an issue's workflow: its transitions and the validators on them, as far as apps read it. Like Jira's it is kept
 * in memory; what another node or an import changes is seen within a minute.
 */
public final class HostWorkflowManager implements WorkflowManager {
    private static final Duration KEPT = Duration.ofMinutes(1);

    private final Workflow workflow;
    private final PlacedRules placed;
    private final RuleModules modules;
    private final Map<Long, Known> known = new ConcurrentHashMap<>();

    /** A workflow as it was read. */
    private record Known(OfProject workflow, long changes, long readAt) {}

    public HostWorkflowManager(Workflow workflow, PlacedRules placed, RuleModules modules) {
        this.workflow = workflow;
        this.placed = placed;
        this.modules = modules;
    }

    @Override
    public JiraWorkflow getWorkflow(Issue issue) {
        return workflow(issue.getProjectId());
    }

    @Override
    public JiraWorkflow getWorkflow(Long projectId, String issueTypeId) {
        return workflow(projectId);
    }

    private JiraWorkflow workflow(long project) {
        long changes = placed.changes();
        Known last = known.get(project);
        if (last == null || last.changes() != changes || System.nanoTime() - last.readAt() > KEPT.toNanos()) {
            last = new Known(new OfProject(project), changes, System.nanoTime());
            known.put(project, last);
        }
        return last.workflow();
    }

    /** Every type of a project has the same one. */
    private final class OfProject implements JiraWorkflow {
        private final Map<Integer, ActionDescriptor> actions;
        private final ActionDescriptor initial;

        OfProject(long project) {
            actions = actions(project);
            initial = actions.get(workflow.create(project).id());
        }

        @Override
        public Collection<ActionDescriptor> getAllActions() {
            return actions.values();
        }

        @Override
        public boolean isInitialAction(ActionDescriptor action) {
            return action == initial;
        }
    }

    private Map<Integer, ActionDescriptor> actions(long project) {
        Map<Integer, ActionDescriptor> actions = new LinkedHashMap<>();
        put(actions, workflow.create(project));
        // no status has this id: from there all transitions lead somewhere else
        for (Workflow.Transition each : workflow.transitions(project, -1)) {
            put(actions, each);
        }
        for (PlacedRules.Placed rule : placed.of(project)) {
            ActionDescriptor action = actions.get(rule.transition());
            if (action != null && rule.kind() == RuleKind.VALIDATOR) {
                add(action, rule);
            }
        }
        return actions;
    }

    private static void put(Map<Integer, ActionDescriptor> actions, Workflow.Transition transition) {
        ActionDescriptor action = DescriptorFactory.getFactory().createActionDescriptor();
        action.setName(transition.name());
        actions.put(transition.id(), action);
    }

    /** As Jira keeps it: the arguments, and under {@code class.name} what is asked. */
    @SuppressWarnings("unchecked")
    private void add(ActionDescriptor action, PlacedRules.Placed rule) {
        ValidatorDescriptor validator = DescriptorFactory.getFactory().createValidatorDescriptor();
        validator.getArgs().putAll(rule.args());
        modules.find(rule.module()).ifPresent(module -> validator.getArgs().put("class.name", module.className()));
        action.getValidators().add(validator);
    }
}

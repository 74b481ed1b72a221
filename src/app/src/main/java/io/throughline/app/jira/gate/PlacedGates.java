package io.throughline.app.jira.gate;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.workflow.WorkflowManager;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import com.atlassian.plugin.spring.scanner.annotation.imports.JiraImport;
import com.opensymphony.workflow.loader.ActionDescriptor;
import com.opensymphony.workflow.loader.ValidatorDescriptor;
import io.throughline.app.jira.GateAhead;
import jakarta.inject.Inject;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The validators <em>must serve an objective</em> in the workflow of an issue, each asked as its transition would ask it. */
@JiraComponent
public class PlacedGates implements GateAhead {
    private static final Logger LOG = LoggerFactory.getLogger(PlacedGates.class);
    /** Where OSWorkflow keeps the class of a rule among its arguments. */
    private static final String CLASS_NAME = "class.name";

    private final WorkflowManager workflows;
    private final Gate gate;

    @Inject
    public PlacedGates(@JiraImport WorkflowManager workflows, Gate gate) {
        this.workflows = workflows;
        this.gate = gate;
    }

    @Override
    public List<String> refusing(Issue issue) {
        try {
            Set<String> names = new LinkedHashSet<>();
            for (ActionDescriptor action : workflows.getWorkflow(issue).getAllActions()) {
                for (Object each : action.getValidators()) {
                    if (each instanceof ValidatorDescriptor validator
                            && isGate(validator)
                            && refuses(validator, issue)) {
                        names.add(action.getName());
                    }
                }
            }
            return List.copyOf(names);
        } catch (RuntimeException unreadable) {
            // the gate itself still says what it has to; a panel without this line is better than none
            LOG.warn("The workflow of {} could not be read for gates", issue.getKey(), unreadable);
            return List.of();
        }
    }

    private static boolean isGate(ValidatorDescriptor validator) {
        return MustServe.class.getName().equals(validator.getArgs().get(CLASS_NAME));
    }

    private boolean refuses(ValidatorDescriptor validator, Issue issue) {
        return gate.foresee(issue, GateRule.of(validator.getArgs())) == Gate.Verdict.SERVES_NOTHING;
    }
}

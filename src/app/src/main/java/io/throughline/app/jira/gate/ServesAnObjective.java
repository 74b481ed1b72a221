package io.throughline.app.jira.gate;

import com.atlassian.jira.issue.Issue;
import com.opensymphony.module.propertyset.PropertySet;
import com.opensymphony.workflow.Condition;
import jakarta.inject.Inject;
import java.util.Map;

/** The condition <em>serves an objective</em>: the transition is there for issues that pass, and for no other. */
@SuppressWarnings("rawtypes")
public class ServesAnObjective implements Condition {
    private final Gate gate;

    @Inject
    public ServesAnObjective(Gate gate) {
        this.gate = gate;
    }

    @Override
    public boolean passesCondition(Map transientVars, Map args, PropertySet ps) {
        Subject subject = gate.subject((Issue) transientVars.get("issue"));
        return gate.judge(subject, GateRule.of(args)) == Gate.Verdict.PASSES;
    }
}

package io.throughline.app.jira.gate;

import com.atlassian.jira.issue.Issue;
import com.opensymphony.module.propertyset.PropertySet;
import com.opensymphony.workflow.InvalidInputException;
import com.opensymphony.workflow.Validator;
import jakarta.inject.Inject;
import java.util.Map;

/**
 * The validator <em>must serve an objective</em>: stops a transition and says what to do.
 *
 * <p>Raw maps: that is the platform's signature (platform facts, 3.9).
 */
@SuppressWarnings("rawtypes")
public class MustServe implements Validator {
    private final Gate gate;
    private final GateWords words;

    @Inject
    public MustServe(Gate gate, GateWords words) {
        this.gate = gate;
        this.words = words;
    }

    @Override
    public void validate(Map transientVars, Map args, PropertySet ps) throws InvalidInputException {
        GateRule rule = GateRule.of(args);
        Subject subject = gate.subject((Issue) transientVars.get("issue"));
        switch (gate.judge(subject, rule)) {
            case PASSES -> {}
            case UNKNOWN -> throw new InvalidInputException(words.indexing());
            case SERVES_NOTHING -> throw new InvalidInputException(words.stopped(subject, rule));
        }
    }
}

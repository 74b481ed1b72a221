package io.throughline.app.jira.gate;

import com.atlassian.jira.issue.Issue;
import com.opensymphony.module.propertyset.PropertySet;
import com.opensymphony.workflow.InvalidInputException;
import com.opensymphony.workflow.Validator;
import io.throughline.app.access.Access;
import io.throughline.app.access.Caller;
import io.throughline.app.web.Language;
import io.throughline.app.web.Languages;
import io.throughline.core.strategy.Plan;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The validator <em>must serve an objective</em>: stops a transition and says what to do. Who may not view the strategy
 * reads no name of a plan, only whom to ask.
 *
 * <p>Raw maps: that is the platform's signature (platform facts, 3.9).
 */
@SuppressWarnings("rawtypes")
public class MustServe implements Validator {
    private final Gate gate;
    private final Access access;
    private final Languages languages;

    @Inject
    public MustServe(Gate gate, Access access, Languages languages) {
        this.gate = gate;
        this.access = access;
        this.languages = languages;
    }

    @Override
    public void validate(Map transientVars, Map args, PropertySet ps) throws InvalidInputException {
        GateRule rule = GateRule.of(args);
        Issue issue = (Issue) transientVars.get("issue");
        switch (gate.judge(issue, rule)) {
            case PASSES -> {}
            case UNKNOWN -> throw new InvalidInputException(languages.ofReader().text("throughline.gate.indexing"));
            case SERVES_NOTHING -> throw new InvalidInputException(message(issue, rule));
        }
    }

    private String message(Issue issue, GateRule rule) {
        if (!rule.message().isEmpty()) {
            return rule.message();
        }
        Language language = languages.ofReader();
        String type = issue.getIssueType() == null ? "" : issue.getIssueType().getName();
        if (access.reader().filter(Caller::mayView).isEmpty()) {
            return language.text("throughline.gate.stopped.outsider", type);
        }
        String plans = gate.asked(rule).stream().map(Plan::name).collect(Collectors.joining(", "));
        return language.text(
                rule.direct() ? "throughline.gate.stopped.direct" : "throughline.gate.stopped", type, plans);
    }
}

package io.throughline.host.jira.workflow;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.user.ApplicationUser;
import com.opensymphony.module.propertyset.PropertySet;
import com.opensymphony.workflow.Condition;
import com.opensymphony.workflow.FunctionProvider;
import com.opensymphony.workflow.InvalidInputException;
import com.opensymphony.workflow.Validator;
import com.opensymphony.workflow.WorkflowContext;
import com.opensymphony.workflow.WorkflowException;
import io.throughline.host.jira.workflow.PlacedRules.Placed;
import io.throughline.host.plugin.PluginRefused;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the rules on a transition. All conditions must pass for it to be there; all validators are asked and their messages added up;
 * functions run in order before the change is stored, and one that throws stops it. A rule whose module is gone passes as a condition
 * that fails and a validator that refuses: a workflow must not become laxer because an app was disabled.
 */
public final class TransitionRules {

    private static final Logger LOG = LoggerFactory.getLogger(TransitionRules.class);

    /** Rules may not see beyond their issue here; nothing is kept for them. */
    private static final PropertySet NOTHING_KEPT = new PropertySet() {};

    private final RuleModules modules;
    private final PlacedRules placed;

    public TransitionRules(RuleModules modules, PlacedRules placed) {
        this.modules = modules;
        this.placed = placed;
    }

    /**
     * What is being tried.
     *
     * @param before the issue as it is stored
     * @param after the same with what the transition's screen changes
     * @param user null for anonymous
     */
    public record Attempt(int transition, Issue before, Issue after, ApplicationUser user) {
        /** Dossier 3.9: "issue", "originalissueobject" and "actionId" [V8], "context" with the caller [S6, U]. */
        Map<String, Object> transientVars() {
            Map<String, Object> vars = new HashMap<>();
            vars.put("issue", after);
            vars.put("originalissueobject", before);
            vars.put("actionId", transition);
            vars.put("context", (WorkflowContext) () -> user == null ? null : user.getKey());
            return vars;
        }
    }

    public boolean isThere(Attempt attempt) {
        for (Placed rule : rules(attempt, RuleKind.CONDITION)) {
            Optional<RuleModule> module = modules.find(rule.module());
            if (module.isEmpty() || !passes(module.get(), rule, attempt)) {
                return false;
            }
        }
        return true;
    }

    private static boolean passes(RuleModule module, Placed rule, Attempt attempt) {
        try {
            return inPlugin(
                    module,
                    () -> ((Condition) module.rule())
                            .passesCondition(attempt.transientVars(), new HashMap<>(rule.args()), NOTHING_KEPT));
        } catch (WorkflowException | RuntimeException | LinkageError failed) {
            LOG.error("Condition {} failed; its transition is not shown", rule.module(), failed);
            return false;
        }
    }

    /** @throws TransitionRefused with what all validators have to say */
    public void validate(Attempt attempt) {
        List<String> messages = new ArrayList<>();
        Map<String, String> errors = new LinkedHashMap<>();
        for (Placed rule : rules(attempt, RuleKind.VALIDATOR)) {
            try {
                RuleModule module = module(rule);
                inPlugin(module, () -> {
                    ((Validator) module.rule())
                            .validate(attempt.transientVars(), new HashMap<>(rule.args()), NOTHING_KEPT);
                    return null;
                });
            } catch (InvalidInputException invalid) {
                invalid.getGenericErrors().forEach(message -> messages.add(String.valueOf(message)));
                invalid.getErrors().forEach((field, text) -> errors.put(String.valueOf(field), String.valueOf(text)));
            } catch (WorkflowException | RuntimeException | LinkageError failed) {
                LOG.error("Validator {} failed", rule.module(), failed);
                messages.add(String.valueOf(failed.getMessage()));
            }
        }
        if (!messages.isEmpty() || !errors.isEmpty()) {
            throw new TransitionRefused(messages, errors);
        }
    }

    /** @throws TransitionRefused when one of them fails; those before it have had their effect */
    public void carryOut(Attempt attempt) {
        for (Placed rule : rules(attempt, RuleKind.FUNCTION)) {
            try {
                RuleModule module = module(rule);
                inPlugin(module, () -> {
                    ((FunctionProvider) module.rule())
                            .execute(attempt.transientVars(), new HashMap<>(rule.args()), NOTHING_KEPT);
                    return null;
                });
            } catch (WorkflowException | RuntimeException | LinkageError failed) {
                LOG.error("Function {} failed", rule.module(), failed);
                throw new TransitionRefused(List.of(String.valueOf(failed.getMessage())), Map.of());
            }
        }
    }

    private List<Placed> rules(Attempt attempt, RuleKind kind) {
        return placed.of(attempt.before.getProjectId(), attempt.transition, kind);
    }

    private RuleModule module(Placed rule) throws WorkflowException {
        return modules.find(rule.module())
                .orElseThrow(() -> new WorkflowException(
                        "The workflow " + rule.kind().word() + " " + rule.module() + " is not there."));
    }

    @FunctionalInterface
    private interface Call<T> {
        T run() throws WorkflowException;
    }

    private static <T> T inPlugin(RuleModule module, Call<T> call) throws WorkflowException {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(module.loader());
        try {
            return call.run();
        } catch (PluginRefused notMade) {
            throw new WorkflowException(notMade.getMessage());
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}

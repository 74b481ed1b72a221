package io.throughline.app.jira.gate;

import com.atlassian.jira.plugin.workflow.AbstractWorkflowPluginFactory;
import com.atlassian.jira.plugin.workflow.WorkflowPluginConditionFactory;
import com.atlassian.jira.plugin.workflow.WorkflowPluginValidatorFactory;
import com.opensymphony.workflow.loader.AbstractDescriptor;
import com.opensymphony.workflow.loader.ConditionDescriptor;
import com.opensymphony.workflow.loader.ValidatorDescriptor;
import io.throughline.app.store.StrategyStore;
import io.throughline.app.web.Language;
import io.throughline.app.web.Languages;
import io.throughline.core.strategy.Plan;
import io.throughline.core.strategy.PlanState;
import io.throughline.core.strategy.StrategyModel;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The form of the validator and of the condition, and what is said of a rule in the workflow's editor. */
public class GateFactory extends AbstractWorkflowPluginFactory
        implements WorkflowPluginValidatorFactory, WorkflowPluginConditionFactory {
    private final StrategyStore store;
    private final Languages languages;

    @Inject
    public GateFactory(StrategyStore store, Languages languages) {
        this.store = store;
        this.languages = languages;
    }

    @Override
    protected void getVelocityParamsForInput(Map<String, Object> velocityParams) {
        form(velocityParams, GateRule.of(Map.of()));
    }

    @Override
    protected void getVelocityParamsForEdit(Map<String, Object> velocityParams, AbstractDescriptor descriptor) {
        form(velocityParams, GateRule.of(args(descriptor)));
    }

    void form(Map<String, Object> params, GateRule rule) {
        List<GateChoice> plans = store.model().plans().stream()
                .filter(plan -> plan.state() == PlanState.ACTIVE || rule.plans().contains(plan.key()))
                .map(plan ->
                        new GateChoice(plan.key(), plan.name(), rule.plans().contains(plan.key())))
                .toList();
        params.put("plans", plans);
        params.put("isDirect", rule.direct());
        params.put("types", rule.types());
        params.put("message", rule.message());
        params.put("words", RuleWords.in(languages.ofReader()));
    }

    @Override
    protected void getVelocityParamsForView(Map<String, Object> velocityParams, AbstractDescriptor descriptor) {
        view(velocityParams, GateRule.of(args(descriptor)));
    }

    void view(Map<String, Object> params, GateRule rule) {
        Language language = languages.ofReader();
        params.put("rule", sentence(rule, language));
        params.put(
                "types",
                rule.exemptTypes().isEmpty() ? "" : language.text("throughline.gate.view.types", rule.types()));
        params.put(
                "message",
                rule.message().isEmpty() ? "" : language.text("throughline.gate.view.message", rule.message()));
        params.put("warning", warning(rule, language));
    }

    private String sentence(GateRule rule, Language language) {
        String which = rule.plans().isEmpty()
                ? language.text("throughline.gate.view.any")
                : rule.plans().stream().map(this::name).collect(Collectors.joining(", "));
        return language.text(rule.direct() ? "throughline.gate.view.direct" : "throughline.gate.view.inherited", which);
    }

    private String name(String plan) {
        return store.model().plan(plan).map(Plan::name).orElse(plan);
    }

    /** What a rule does not do any more, for the administrator who looks at it. */
    private String warning(GateRule rule, Language language) {
        StrategyModel model = store.model();
        List<String> idle = rule.plans().stream()
                .filter(key -> model.plan(key)
                        .map(Plan::state)
                        .filter(PlanState.ACTIVE::equals)
                        .isEmpty())
                .map(this::name)
                .toList();
        Optional<String> names = idle.stream().reduce((one, other) -> one + ", " + other);
        String key =
                idle.size() == rule.plans().size() ? "throughline.gate.view.idle" : "throughline.gate.view.idle.some";
        return names.map(each -> language.text(key, each)).orElse("");
    }

    @Override
    public Map<String, ?> getDescriptorParams(Map<String, Object> formParams) {
        return GateRule.ofForm(formParams).args();
    }

    /** Validators and conditions keep their arguments alike, but have no common type that says so (platform facts, 3.9). */
    private static Map<?, ?> args(AbstractDescriptor descriptor) {
        if (descriptor instanceof ValidatorDescriptor validator) {
            return validator.getArgs();
        }
        return descriptor instanceof ConditionDescriptor condition ? condition.getArgs() : Map.of();
    }
}

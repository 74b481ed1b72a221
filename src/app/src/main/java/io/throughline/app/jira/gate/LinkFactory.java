package io.throughline.app.jira.gate;

import com.atlassian.jira.plugin.workflow.AbstractWorkflowPluginFactory;
import com.atlassian.jira.plugin.workflow.WorkflowPluginFunctionFactory;
import com.opensymphony.workflow.loader.AbstractDescriptor;
import com.opensymphony.workflow.loader.FunctionDescriptor;
import io.throughline.app.access.Access;
import io.throughline.app.access.Caller;
import io.throughline.app.store.StrategyStore;
import io.throughline.app.web.Language;
import io.throughline.app.web.Languages;
import io.throughline.core.strategy.Objective;
import io.throughline.core.strategy.Plan;
import io.throughline.core.strategy.PlanState;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The form of the function that links to an objective. It keeps who placed it: that is whose right it may use. */
public class LinkFactory extends AbstractWorkflowPluginFactory implements WorkflowPluginFunctionFactory {
    static final String OBJECTIVE = "objective";
    static final String PLACED_BY = "placedBy";

    private final StrategyStore store;
    private final Access access;
    private final Languages languages;

    @Inject
    public LinkFactory(StrategyStore store, Access access, Languages languages) {
        this.store = store;
        this.access = access;
        this.languages = languages;
    }

    @Override
    protected void getVelocityParamsForInput(Map<String, Object> velocityParams) {
        form(velocityParams, "");
    }

    @Override
    protected void getVelocityParamsForEdit(Map<String, Object> velocityParams, AbstractDescriptor descriptor) {
        form(velocityParams, argument(descriptor));
    }

    private void form(Map<String, Object> params, String objective) {
        List<GateChoice> objectives = store.model().plans().stream()
                .filter(plan -> plan.state() != PlanState.CLOSED)
                .flatMap(plan -> store.model().objectivesIn(plan.key()).stream()
                        .map(each -> new GateChoice(
                                each.key(),
                                each.key() + " " + each.name() + " (" + plan.name() + ")",
                                each.key().equals(objective))))
                .toList();
        params.put("objectives", objectives);
        params.put("objective", objective);
        params.put("words", RuleWords.in(languages.ofReader()));
    }

    @Override
    protected void getVelocityParamsForView(Map<String, Object> velocityParams, AbstractDescriptor descriptor) {
        String key = argument(descriptor);
        Language language = languages.ofReader();
        String name = store.model().objective(key).map(Objective::name).orElse("");
        boolean isUsable = store.model().objective(key).isPresent()
                && store.model()
                        .planOf(key)
                        .map(Plan::state)
                        .filter(PlanState.CLOSED::equals)
                        .isEmpty();
        velocityParams.put("rule", language.text("throughline.gate.view.link", key, name));
        velocityParams.put("warning", isUsable ? "" : language.text("throughline.gate.view.link.dead", key));
    }

    @Override
    public Map<String, ?> getDescriptorParams(Map<String, Object> formParams) {
        Map<String, String> args = new LinkedHashMap<>();
        args.put(OBJECTIVE, extractSingleParam(formParams, OBJECTIVE).strip().toUpperCase(Locale.ROOT));
        args.put(PLACED_BY, access.caller().map(Caller::key).orElse(""));
        return args;
    }

    private static String argument(AbstractDescriptor descriptor) {
        Object key = descriptor instanceof FunctionDescriptor function
                ? function.getArgs().get(OBJECTIVE)
                : null;
        return key == null ? "" : key.toString();
    }
}

package io.throughline.host.jira.workflow;

import com.atlassian.jira.plugin.workflow.WorkflowPluginConditionFactory;
import com.atlassian.jira.plugin.workflow.WorkflowPluginFactory;
import com.atlassian.jira.plugin.workflow.WorkflowPluginFunctionFactory;
import com.atlassian.jira.plugin.workflow.WorkflowPluginValidatorFactory;
import com.opensymphony.workflow.Condition;
import com.opensymphony.workflow.FunctionProvider;
import com.opensymphony.workflow.Validator;
import com.opensymphony.workflow.loader.AbstractDescriptor;
import com.opensymphony.workflow.loader.ConditionDescriptor;
import com.opensymphony.workflow.loader.DescriptorFactory;
import com.opensymphony.workflow.loader.FunctionDescriptor;
import com.opensymphony.workflow.loader.ValidatorDescriptor;
import java.util.Map;

/** The three kinds of rules, with the names and types that Jira gives to each. */
public enum RuleKind {
    CONDITION("condition", WorkflowPluginConditionFactory.class, Condition.class),
    VALIDATOR("validator", WorkflowPluginValidatorFactory.class, Validator.class),
    FUNCTION("function", WorkflowPluginFunctionFactory.class, FunctionProvider.class);

    private final String word;
    private final Class<? extends WorkflowPluginFactory> factory;
    private final Class<?> rule;

    RuleKind(String word, Class<? extends WorkflowPluginFactory> factory, Class<?> rule) {
        this.word = word;
        this.factory = factory;
        this.rule = rule;
    }

    /** "condition", "validator", "function". */
    public String word() {
        return word;
    }

    /** The element of the descriptor: {@code workflow-validator}. */
    public String element() {
        return "workflow-" + word;
    }

    /** The child element that names the rule's class: {@code validator-class}. */
    String classElement() {
        return word + "-class";
    }

    Class<? extends WorkflowPluginFactory> factory() {
        return factory;
    }

    Class<?> rule() {
        return rule;
    }

    /** The rule as a factory's templates get it. */
    @SuppressWarnings("unchecked")
    AbstractDescriptor descriptor(Map<String, String> args) {
        DescriptorFactory make = DescriptorFactory.getFactory();
        return switch (this) {
            case CONDITION -> {
                ConditionDescriptor condition = make.createConditionDescriptor();
                condition.getArgs().putAll(args);
                yield condition;
            }
            case VALIDATOR -> {
                ValidatorDescriptor validator = make.createValidatorDescriptor();
                validator.getArgs().putAll(args);
                yield validator;
            }
            case FUNCTION -> {
                FunctionDescriptor function = make.createFunctionDescriptor();
                function.getArgs().putAll(args);
                yield function;
            }
        };
    }
}

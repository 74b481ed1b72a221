package com.opensymphony.workflow.loader;

/**
 * Makes the parts of a workflow's definition.
 *
 * <p>Source: class of that name in OSWorkflow 2.8, which is open source [K]
 */
public class DescriptorFactory {
    private static final DescriptorFactory FACTORY = new DescriptorFactory();

    public static DescriptorFactory getFactory() {
        return FACTORY;
    }

    public ActionDescriptor createActionDescriptor() {
        return new ActionDescriptor();
    }

    public ConditionDescriptor createConditionDescriptor() {
        return new ConditionDescriptor();
    }

    public FunctionDescriptor createFunctionDescriptor() {
        return new FunctionDescriptor();
    }

    public ValidatorDescriptor createValidatorDescriptor() {
        return new ValidatorDescriptor();
    }
}

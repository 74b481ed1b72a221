package com.atlassian.jira.plugin.jql.function;

import com.atlassian.jira.util.MessageSet;
import com.atlassian.jira.util.MessageSetImpl;
import com.atlassian.query.operand.FunctionOperand;

/**
 * Base of a JQL function: name and list flag come from the descriptor.
 *
 * <p>Source: dossier 3.7 [V8, S6]
 */
public abstract class AbstractJqlFunction implements JqlFunction {
    private JqlFunctionModuleDescriptor moduleDescriptor;

    @Override
    public void init(JqlFunctionModuleDescriptor moduleDescriptor) {
        this.moduleDescriptor = moduleDescriptor;
    }

    @Override
    public boolean isList() {
        return moduleDescriptor.isList();
    }

    @Override
    public String getFunctionName() {
        return moduleDescriptor.getFunctionName();
    }

    protected MessageSet validateNumberOfArgs(FunctionOperand operand, int expected) {
        MessageSet messages = new MessageSetImpl();
        if (operand.getArgs().size() != expected) {
            messages.addErrorMessage("Function '" + getFunctionName() + "' expected '" + expected
                    + "' arguments but received '" + operand.getArgs().size() + "'.");
        }
        return messages;
    }
}

package com.atlassian.jira.plugin.jql.function;

/**
 * What the descriptor says of a JQL function.
 *
 * <p>Source: dossier 3.7 [S6]
 */
public interface JqlFunctionModuleDescriptor {
    String getFunctionName();

    boolean isList();
}

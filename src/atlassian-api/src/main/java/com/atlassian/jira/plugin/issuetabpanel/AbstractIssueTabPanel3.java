package com.atlassian.jira.plugin.issuetabpanel;

/**
 * The usual base of tabs; keeps the descriptor.
 *
 * <p>Source: dossier 3.10 [S6]
 */
public abstract class AbstractIssueTabPanel3 implements IssueTabPanel3 {
    protected IssueTabPanelModuleDescriptor descriptor;

    @Override
    public void init(IssueTabPanelModuleDescriptor descriptor) {
        this.descriptor = descriptor;
    }
}

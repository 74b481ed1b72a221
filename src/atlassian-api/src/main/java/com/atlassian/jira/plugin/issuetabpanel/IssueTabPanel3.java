package com.atlassian.jira.plugin.issuetabpanel;

import java.util.List;

/**
 * A tab on the issue view.
 *
 * <p>Source: dossier 3.10 [S6]; https://docs.atlassian.com/jira/7.0.8/com/atlassian/jira/plugin/issuetabpanel/IssueTabPanel3Adaptor.html
 */
public interface IssueTabPanel3 {
    void init(IssueTabPanelModuleDescriptor descriptor);

    boolean showPanel(ShowPanelRequest request);

    List<IssueAction> getActions(GetActionsRequest request);
}

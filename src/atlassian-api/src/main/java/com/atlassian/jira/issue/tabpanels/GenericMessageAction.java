package com.atlassian.jira.issue.tabpanels;

import com.atlassian.jira.plugin.issuetabpanel.IssueAction;
import java.util.Date;

/**
 * An entry that is one piece of markup.
 *
 * <p>Source: dossier 3.10 [U]; https://developer.atlassian.com/server/jira/platform/issue-tab-panel/
 */
public class GenericMessageAction implements IssueAction {
    private final String message;

    public GenericMessageAction(String message) {
        this.message = message;
    }

    @Override
    public String getHtml() {
        return message;
    }

    @Override
    public Date getTimePerformed() {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean isDisplayActionAllTab() {
        return false;
    }
}

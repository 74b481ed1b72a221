package com.atlassian.jira.plugin.issuetabpanel;

import java.util.Date;

/**
 * One entry of a tab.
 *
 * <p>Source: dossier 3.10 [U9]; https://developer.atlassian.com/server/jira/platform/issue-tab-panel/
 */
public interface IssueAction {
    String getHtml();

    /** Where the entry stands among others on the "All" tab. */
    Date getTimePerformed();

    boolean isDisplayActionAllTab();
}

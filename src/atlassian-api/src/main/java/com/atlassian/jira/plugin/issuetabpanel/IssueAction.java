package com.atlassian.jira.plugin.issuetabpanel;

/**
 * One entry of a tab. Its time and its place on the "All" tab are left out: nothing here shows that tab.
 *
 * <p>Source: dossier 3.10 [U9]; https://developer.atlassian.com/server/jira/platform/issue-tab-panel/
 */
public interface IssueAction {
    String getHtml();
}

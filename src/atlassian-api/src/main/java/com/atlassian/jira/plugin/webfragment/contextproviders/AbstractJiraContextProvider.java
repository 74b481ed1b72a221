package com.atlassian.jira.plugin.webfragment.contextproviders;

import com.atlassian.jira.plugin.webfragment.model.JiraHelper;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.plugin.PluginParseException;
import com.atlassian.plugin.web.ContextProvider;
import java.util.Map;

/**
 * Base of a context provider in Jira: takes user and helper out of the incoming map.
 *
 * <p>Source: dossier 3.10 [J7, S6]
 */
@SuppressWarnings("rawtypes") // raw Map is how the platform declares it
public abstract class AbstractJiraContextProvider implements ContextProvider {
    @Override
    public void init(Map params) throws PluginParseException {}

    @Override
    public Map getContextMap(Map context) {
        return getContextMap((ApplicationUser) context.get("user"), (JiraHelper) context.get("helper"));
    }

    public abstract Map getContextMap(ApplicationUser user, JiraHelper jiraHelper);
}

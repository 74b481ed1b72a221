package com.atlassian.jira.plugin.webfragment.conditions;

import com.atlassian.jira.permission.GlobalPermissionKey;
import com.atlassian.jira.plugin.webfragment.model.JiraHelper;
import com.atlassian.jira.security.GlobalPermissionManager;
import com.atlassian.jira.user.ApplicationUser;

/**
 * Shows a fragment to administrators.
 *
 * <p>Source: dossier 3.10 [V8; that the manager is injected K]
 */
public class UserIsAdminCondition extends AbstractWebCondition {
    private final GlobalPermissionManager permissions;

    public UserIsAdminCondition(GlobalPermissionManager permissions) {
        this.permissions = permissions;
    }

    @Override
    public boolean shouldDisplay(ApplicationUser user, JiraHelper jiraHelper) {
        return permissions.hasPermission(GlobalPermissionKey.ADMINISTER, user);
    }
}

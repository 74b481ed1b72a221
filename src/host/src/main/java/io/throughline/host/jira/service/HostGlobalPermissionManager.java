package io.throughline.host.jira.service;

import com.atlassian.jira.permission.GlobalPermissionKey;
import com.atlassian.jira.security.GlobalPermissionManager;
import com.atlassian.jira.user.ApplicationUser;
import io.throughline.host.launch.Users;

/** Administrators may administer; a permission that a plugin brings is granted to nobody, as after an install. */
final class HostGlobalPermissionManager implements GlobalPermissionManager {
    private final Users users;

    HostGlobalPermissionManager(Users users) {
        this.users = users;
    }

    @Override
    public boolean hasPermission(GlobalPermissionKey permission, ApplicationUser user) {
        boolean isAdministration = permission.equals(GlobalPermissionKey.ADMINISTER)
                || permission.equals(GlobalPermissionKey.SYSTEM_ADMIN);
        return isAdministration && user != null && users.isAdministrator(user.getKey());
    }
}

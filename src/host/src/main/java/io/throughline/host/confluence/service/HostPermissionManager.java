package io.throughline.host.confluence.service;

import com.atlassian.confluence.security.Permission;
import com.atlassian.confluence.security.PermissionManager;
import com.atlassian.user.User;
import io.throughline.host.confluence.content.WikiAccess;

/** Confluence's permissions on a host that has one rule for all pages: who may use it may view and edit. */
public final class HostPermissionManager implements PermissionManager {

    private final WikiAccess access;

    public HostPermissionManager(WikiAccess access) {
        this.access = access;
    }

    @Override
    public boolean hasPermission(User user, Permission permission, Object target) {
        return target != null && access.mayUse(user == null ? null : user.getName());
    }
}

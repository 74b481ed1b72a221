package io.throughline.host.confluence.service;

import com.atlassian.confluence.api.service.accessmode.AccessModeService;
import com.atlassian.confluence.security.Permission;
import com.atlassian.confluence.security.PermissionManager;
import com.atlassian.user.User;
import io.throughline.host.confluence.content.WikiAccess;

/**
 * Confluence's permissions on a host that has one rule for all pages: who may use it may view and edit. While the site is read-only nobody
 * may do more than view: the mode is a matter of "the permission manager layer" (Javadoc of AccessModeService).
 */
public final class HostPermissionManager implements PermissionManager {

    private final WikiAccess access;
    private final AccessModeService mode;

    public HostPermissionManager(WikiAccess access, AccessModeService mode) {
        this.access = access;
        this.mode = mode;
    }

    @Override
    public boolean hasPermission(User user, Permission permission, Object target) {
        boolean isPossible = permission == Permission.VIEW || !mode.shouldEnforceReadOnlyAccess();
        return target != null && isPossible && access.mayUse(user == null ? null : user.getName());
    }
}

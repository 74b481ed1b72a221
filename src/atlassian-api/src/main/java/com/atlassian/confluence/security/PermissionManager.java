package com.atlassian.confluence.security;

import com.atlassian.user.User;
import jakarta.annotation.Nullable;

/**
 * Says whether a user may do something with a space or a page.
 *
 * <p>Source: dossier 4.5 [V8]
 */
public interface PermissionManager {

    boolean hasPermission(@Nullable User user, Permission permission, Object target);
}

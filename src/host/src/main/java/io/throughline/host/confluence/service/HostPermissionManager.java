package io.throughline.host.confluence.service;

import com.atlassian.confluence.security.PermissionManager;
import io.throughline.host.confluence.content.WikiAccess;

/** The host's one rule for every space and page: {@link WikiAccess}. */
public final class HostPermissionManager implements PermissionManager {

    private final WikiAccess access;

    public HostPermissionManager(WikiAccess access) {
        this.access = access;
    }
}

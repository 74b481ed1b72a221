package io.throughline.host.confluence.service;

import com.atlassian.confluence.api.service.accessmode.AccessModeService;

/**
 * Whether the site is read-only, for as long as the node runs. What enforces it: {@link HostPermissionManager} (plugins' view of rights),
 * the REST filter, and the pages that change something. What a plugin keeps in Active Objects nobody stops, as in the product.
 */
public final class HostAccessMode implements AccessModeService {

    private volatile boolean isReadOnly;

    @Override
    public boolean shouldEnforceReadOnlyAccess() {
        return isReadOnly;
    }

    /** From now on, for everybody; administrators' pages go on as in the product. */
    public void set(boolean readOnly) {
        isReadOnly = readOnly;
    }
}

package com.atlassian.confluence.user;

import jakarta.annotation.Nullable;

/**
 * The user for whom the current thread acts. Who sets it puts the old value back.
 *
 * <p>Source: dossier 4.5 [S6, V8]
 */
public final class AuthenticatedUserThreadLocal {

    private static final ThreadLocal<ConfluenceUser> CURRENT = new ThreadLocal<>();

    private AuthenticatedUserThreadLocal() {}

    /** Null for an anonymous reader. */
    @Nullable
    public static ConfluenceUser get() {
        return CURRENT.get();
    }

    public static void set(@Nullable ConfluenceUser user) {
        CURRENT.set(user);
    }
}

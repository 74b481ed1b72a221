package com.atlassian.sal.api.user;

import jakarta.annotation.Nullable;

/**
 * What the product tells about a user; every value but the username may be null.
 *
 * <p>Source: dossier 2.3 [V8], pictures and page [S6].
 */
public interface UserProfile {
    UserKey getUserKey();

    String getUsername();

    @Nullable
    String getFullName();
}

package com.atlassian.sal.api.user;

import jakarta.annotation.Nullable;

/**
 * Who is asking, who exists, who belongs to what; the same in both products.
 *
 * <p>Source: dossier 2.3 [P7, used on V8].
 */
public interface UserManager {
    @Nullable
    UserProfile getRemoteUser();

    @Nullable
    UserProfile getUserProfile(@Nullable String username);

    @Nullable
    UserProfile getUserProfile(@Nullable UserKey userKey);

    boolean isUserInGroup(@Nullable UserKey userKey, @Nullable String group);

    boolean isAdmin(@Nullable UserKey userKey);
}

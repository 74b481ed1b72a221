package com.atlassian.sal.api.user;

import jakarta.annotation.Nullable;
import jakarta.servlet.http.HttpServletRequest;

/**
 * Who is asking, who exists, who belongs to what; the same in both products.
 *
 * <p>Source: dossier 2.3 [P7, used on V8].
 */
public interface UserManager {
    @Nullable
    UserProfile getRemoteUser();

    @Nullable
    UserKey getRemoteUserKey();

    @Nullable
    UserProfile getRemoteUser(HttpServletRequest request);

    @Nullable
    UserKey getRemoteUserKey(HttpServletRequest request);

    @Nullable
    UserProfile getUserProfile(@Nullable String username);

    @Nullable
    UserProfile getUserProfile(@Nullable UserKey userKey);

    boolean isUserInGroup(@Nullable UserKey userKey, @Nullable String group);

    boolean isSystemAdmin(@Nullable UserKey userKey);

    boolean isAdmin(@Nullable UserKey userKey);

    boolean isLicensed(@Nullable UserKey userKey);

    boolean authenticate(String username, String password);

    Iterable<String> findGroupNamesByPrefix(String prefix, int startIndex, int maxResults);

    boolean isAnonymousAccessEnabled();

    boolean isLimitedUnlicensedAccessEnabled();
}

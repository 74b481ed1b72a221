package com.atlassian.confluence.user;

import com.atlassian.sal.api.user.UserKey;
import com.atlassian.user.User;

/**
 * A user of Confluence.
 *
 * <p>Source: dossier 4.5 [C9, V8]
 */
public interface ConfluenceUser extends User {
    UserKey getKey();
}

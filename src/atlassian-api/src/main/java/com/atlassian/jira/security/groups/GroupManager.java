package com.atlassian.jira.security.groups;

import com.atlassian.crowd.embedded.api.Group;
import com.atlassian.jira.user.ApplicationUser;

/**
 * Groups and their members.
 *
 * <p>Source: dossier 3.1 [V8 for getGroup, K for isUserInGroup]
 */
public interface GroupManager {
    /** Null when there is no such group. */
    Group getGroup(String name);

    boolean isUserInGroup(ApplicationUser user, String groupName);
}

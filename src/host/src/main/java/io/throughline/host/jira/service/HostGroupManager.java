package io.throughline.host.jira.service;

import com.atlassian.crowd.embedded.api.Group;
import com.atlassian.jira.security.groups.GroupManager;
import com.atlassian.jira.user.ApplicationUser;
import io.throughline.host.launch.Users;

/** A group exists when somebody is in it. */
final class HostGroupManager implements GroupManager {
    private final Users users;

    private record NamedGroup(String getName) implements Group {}

    HostGroupManager(Users users) {
        this.users = users;
    }

    @Override
    public Group getGroup(String name) {
        boolean hasMembers = users.all().stream().anyMatch(user -> user.groups().contains(name));
        return hasMembers ? new NamedGroup(name) : null;
    }

    @Override
    public boolean isUserInGroup(ApplicationUser user, String groupName) {
        return user != null && users.isInGroup(user.getKey(), groupName);
    }
}

package io.throughline.host.jira.service;

import com.atlassian.crowd.embedded.api.Group;
import com.atlassian.jira.security.groups.GroupManager;
import io.throughline.host.launch.Users;

/** A group exists when somebody is in it. */
final class HostGroupManager implements GroupManager {
    private final Users users;

    private record NamedGroup(String getName) implements Group {}

    HostGroupManager(Users users) {
        this.users = users;
    }
}

package io.throughline.host.confluence.service;

import com.atlassian.confluence.user.ConfluenceUser;
import com.atlassian.sal.api.user.UserKey;
import io.throughline.host.launch.Users;

/** One of the host's people as Confluence's API shows them. */
public record HostConfluenceUser(Users.User user) implements ConfluenceUser {

    /** Key and name are the same on this host. */
    @Override
    public UserKey getKey() {
        return new UserKey(user.name());
    }

    @Override
    public String getName() {
        return user.name();
    }

    @Override
    public String getFullName() {
        return user.fullName();
    }
}

package io.throughline.host.confluence.service;

import com.atlassian.confluence.user.ConfluenceUser;
import io.throughline.host.launch.Users;

/** One of the host's people as Confluence's API shows them. */
public record HostConfluenceUser(Users.User user) implements ConfluenceUser {

    @Override
    public String getName() {
        return user.name();
    }

    @Override
    public String getFullName() {
        return user.fullName();
    }
}

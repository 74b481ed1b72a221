package io.throughline.host.jira.service;

import com.atlassian.jira.security.JiraAuthenticationContext;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.jira.user.util.UserManager;
import io.throughline.host.launch.Users;

/** Who is logged in on the thread; everyone reads English here. */
final class HostAuthenticationContext implements JiraAuthenticationContext {
    private final Users users;
    private final UserManager userManager;

    HostAuthenticationContext(Users users, UserManager userManager) {
        this.users = users;
        this.userManager = userManager;
    }

    @Override
    public ApplicationUser getLoggedInUser() {
        return users.current().map(userManager::getUserByKey).orElse(null);
    }

    @Override
    public boolean isLoggedInUser() {
        return users.current().isPresent();
    }
}

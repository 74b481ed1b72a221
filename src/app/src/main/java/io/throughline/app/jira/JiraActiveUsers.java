package io.throughline.app.jira;

import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.jira.user.util.UserManager;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import com.atlassian.plugin.spring.scanner.annotation.imports.JiraImport;
import io.throughline.app.access.ActiveUsers;
import jakarta.inject.Inject;

/** Jira's users. The shared access layer does not say who is deactivated; Jira answers this from its user cache. */
@JiraComponent
public class JiraActiveUsers implements ActiveUsers {
    private final UserManager users;

    @Inject
    public JiraActiveUsers(@JiraImport("jiraUserManager") UserManager users) {
        this.users = users;
    }

    @Override
    public boolean isActive(String key) {
        ApplicationUser user = users.getUserByKey(key);
        return user != null && user.isActive();
    }
}

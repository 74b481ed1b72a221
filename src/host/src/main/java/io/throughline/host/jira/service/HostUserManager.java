package io.throughline.host.jira.service;

import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.jira.user.util.UserManager;
import io.throughline.host.jira.model.People;

/** Finds the node's users and the people of imports. */
final class HostUserManager implements UserManager {
    private final People people;

    HostUserManager(People people) {
        this.people = people;
    }

    @Override
    public ApplicationUser getUserByKey(String key) {
        return people.find(key).map(HostUser::new).orElse(null);
    }

    @Override
    public ApplicationUser getUserByName(String username) {
        return getUserByKey(username);
    }
}

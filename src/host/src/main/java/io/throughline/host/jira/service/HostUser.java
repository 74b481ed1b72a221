package io.throughline.host.jira.service;

import com.atlassian.jira.user.ApplicationUser;
import io.throughline.host.jira.model.People.Person;

/** A user; key and name are the same on this host. */
final class HostUser implements ApplicationUser {
    private final Person person;

    HostUser(Person person) {
        this.person = person;
    }

    @Override
    public String getKey() {
        return person.key();
    }

    public String getName() {
        return person.key();
    }

    @Override
    public boolean isActive() {
        return person.isActive();
    }

    @Override
    public String getEmailAddress() {
        return person.email();
    }

    @Override
    public String getDisplayName() {
        return person.displayName();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ApplicationUser that && getKey().equals(that.getKey());
    }

    @Override
    public int hashCode() {
        return getKey().hashCode();
    }

    @Override
    public String toString() {
        return getKey();
    }
}

package io.throughline.app.access;

import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import com.atlassian.plugin.spring.scanner.annotation.imports.ComponentImport;
import com.atlassian.sal.api.user.UserKey;
import com.atlassian.sal.api.user.UserManager;
import com.atlassian.sal.api.user.UserProfile;
import jakarta.inject.Inject;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The product's users. */
@JiraComponent
public final class PlatformPeople implements People {
    private final UserManager users;
    private final ActiveUsers active;

    @Inject
    public PlatformPeople(@ComponentImport UserManager users, ActiveUsers active) {
        this.users = users;
        this.active = active;
    }

    @Override
    public Optional<Person> named(String name) {
        return person(users.getUserProfile(name));
    }

    @Override
    public Optional<Person> withKey(String key) {
        return person(users.getUserProfile(new UserKey(key)));
    }

    private Optional<Person> person(@Nullable UserProfile profile) {
        if (profile == null) {
            return Optional.empty();
        }
        String full = profile.getFullName() == null ? profile.getUsername() : profile.getFullName();
        String key = profile.getUserKey().getStringValue();
        return Optional.of(new Person(key, profile.getUsername(), full, active.isActive(key)));
    }
}

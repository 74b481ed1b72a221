package io.throughline.host.services;

import com.atlassian.sal.api.user.UserKey;
import com.atlassian.sal.api.user.UserManager;
import com.atlassian.sal.api.user.UserProfile;
import io.throughline.host.launch.Users;

/** SAL's people, from the host's. */
final class HostUserManager implements UserManager {
    private final Users users;

    HostUserManager(Users users) {
        this.users = users;
    }

    @Override
    public UserProfile getRemoteUser() {
        return users.current().flatMap(users::find).map(Profile::new).orElse(null);
    }

    @Override
    public UserProfile getUserProfile(String username) {
        return users.find(username).map(Profile::new).orElse(null);
    }

    @Override
    public UserProfile getUserProfile(UserKey userKey) {
        return userKey == null ? null : getUserProfile(userKey.getStringValue());
    }

    @Override
    public boolean isUserInGroup(UserKey userKey, String group) {
        return userKey != null && group != null && users.isInGroup(userKey.getStringValue(), group);
    }

    @Override
    public boolean isAdmin(UserKey userKey) {
        return userKey != null && users.isAdministrator(userKey.getStringValue());
    }

    private record Profile(Users.User user) implements UserProfile {
        @Override
        public UserKey getUserKey() {
            return new UserKey(user.name());
        }

        @Override
        public String getUsername() {
            return user.name();
        }

        @Override
        public String getFullName() {
            return user.fullName();
        }
    }
}

package io.throughline.host.services;

import com.atlassian.sal.api.user.UserKey;
import com.atlassian.sal.api.user.UserManager;
import com.atlassian.sal.api.user.UserProfile;
import io.throughline.host.launch.Users;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;

/** SAL's people, from the host's. Administrators are system administrators too, and everybody known has a licence. */
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
    public UserKey getRemoteUserKey() {
        return users.current().map(UserKey::new).orElse(null);
    }

    @Override
    public UserProfile getRemoteUser(HttpServletRequest request) {
        return getRemoteUser();
    }

    @Override
    public UserKey getRemoteUserKey(HttpServletRequest request) {
        return getRemoteUserKey();
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
    public boolean isSystemAdmin(UserKey userKey) {
        return isAdmin(userKey);
    }

    @Override
    public boolean isAdmin(UserKey userKey) {
        return userKey != null && users.isAdministrator(userKey.getStringValue());
    }

    @Override
    public boolean isLicensed(UserKey userKey) {
        return userKey != null && users.find(userKey.getStringValue()).isPresent();
    }

    @Override
    public boolean authenticate(String username, String password) {
        return users.authenticate(username, password);
    }

    @Override
    public Iterable<String> findGroupNamesByPrefix(String prefix, int startIndex, int maxResults) {
        List<String> found = users.all().stream()
                .flatMap(user -> user.groups().stream())
                .filter(group -> prefix == null || group.startsWith(prefix))
                .distinct()
                .sorted()
                .toList();
        int from = Math.min(Math.max(startIndex, 0), found.size());
        int to = (int) Math.min((long) from + Math.max(maxResults, 0), found.size());
        return found.subList(from, to);
    }

    @Override
    public boolean isAnonymousAccessEnabled() {
        return false;
    }

    @Override
    public boolean isLimitedUnlicensedAccessEnabled() {
        return false;
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

        @Override
        public String getEmail() {
            return user.email();
        }

        @Override
        public URI getProfilePictureUri(int width, int height) {
            return null;
        }

        @Override
        public URI getProfilePageUri() {
            return null;
        }
    }
}

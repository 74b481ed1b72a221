package io.throughline.app.rest;

import com.atlassian.sal.api.user.UserKey;
import com.atlassian.sal.api.user.UserManager;
import com.atlassian.sal.api.user.UserProfile;
import io.throughline.app.access.ActiveUsers;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The users of the embedded host. Their keys differ from their names, as they do after a rename. */
final class FakeUsers implements UserManager, ActiveUsers {
    private static final Map<String, Set<String>> GROUPS = Map.of(
            "admin", Set.of("jira-administrators"),
            "pmo", Set.of("strategy-editors", "strategy-viewers"),
            "exec", Set.of("strategy-viewers"),
            "dev", Set.of("strategy-viewers"),
            "outsider", Set.of());

    /** Who is logged in; null for nobody. */
    String current = "pmo";

    /** Names of those whose accounts are switched off; and of those who are gone for good. */
    final Set<String> deactivated = new HashSet<>();

    final Set<String> gone = new HashSet<>();

    static String key(String name) {
        return "u-" + name;
    }

    private record Profile(String name) implements UserProfile {
        @Override
        public UserKey getUserKey() {
            return new UserKey(key(name));
        }

        @Override
        public String getUsername() {
            return name;
        }

        @Override
        public String getFullName() {
            return "The " + name;
        }
    }

    @Override
    public UserProfile getRemoteUser() {
        return getUserProfile(current);
    }

    @Override
    public UserProfile getUserProfile(String username) {
        boolean exists = username != null && GROUPS.containsKey(username) && !gone.contains(username);
        return exists ? new Profile(username) : null;
    }

    @Override
    public UserProfile getUserProfile(UserKey userKey) {
        String key = userKey.getStringValue();
        return key.startsWith("u-") ? getUserProfile(key.substring(2)) : null;
    }

    @Override
    public boolean isActive(String key) {
        UserProfile profile = getUserProfile(new UserKey(key));
        return profile != null && !deactivated.contains(profile.getUsername());
    }

    @Override
    public boolean isUserInGroup(UserKey userKey, String group) {
        return GROUPS.get(getUserProfile(userKey).getUsername()).contains(group);
    }

    @Override
    public boolean isAdmin(UserKey userKey) {
        return userKey.getStringValue().equals(key("admin"));
    }
}

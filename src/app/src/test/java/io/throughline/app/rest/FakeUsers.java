package io.throughline.app.rest;

import com.atlassian.sal.api.user.UserKey;
import com.atlassian.sal.api.user.UserManager;
import com.atlassian.sal.api.user.UserProfile;
import java.util.Map;
import java.util.Set;

/** The users of the embedded host. Their keys differ from their names, as they do after a rename. */
final class FakeUsers implements UserManager {
    private static final Map<String, Set<String>> GROUPS = Map.of(
            "admin", Set.of("jira-administrators"),
            "pmo", Set.of("strategy-editors", "strategy-viewers"),
            "exec", Set.of("strategy-viewers"),
            "dev", Set.of("strategy-viewers"),
            "outsider", Set.of());

    /** Who is logged in; null for nobody. */
    String current = "pmo";

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
        return username != null && GROUPS.containsKey(username) ? new Profile(username) : null;
    }

    @Override
    public UserProfile getUserProfile(UserKey userKey) {
        String key = userKey.getStringValue();
        return key.startsWith("u-") ? getUserProfile(key.substring(2)) : null;
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

package io.throughline.app.access;

import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import com.atlassian.plugin.spring.scanner.annotation.imports.ComponentImport;
import com.atlassian.sal.api.user.UserKey;
import com.atlassian.sal.api.user.UserManager;
import com.atlassian.sal.api.user.UserProfile;
import io.throughline.app.store.Settings;
import io.throughline.app.store.StrategyStore;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** Says who is calling and what they may do, for every page, panel and REST call of the Jira side. */
@JiraComponent
public final class Access {
    private final UserManager users;
    private final ActiveUsers active;
    private final StrategyStore store;

    @Inject
    public Access(@ComponentImport UserManager users, ActiveUsers active, StrategyStore store) {
        this.users = users;
        this.active = active;
        this.store = store;
    }

    /** The logged-in user of this request, with their rights; empty when nobody is logged in. */
    public Optional<Caller> caller() {
        UserProfile profile = users.getRemoteUser();
        return profile == null ? Optional.empty() : Optional.of(caller(profile, store.settings()));
    }

    /**
     * The logged-in user who looks at a page of the platform, with rights as {@link StrategyStore#recent} knows them:
     * every page asks, most of them for nothing else.
     */
    public Optional<Caller> reader() {
        UserProfile profile = users.getRemoteUser();
        return profile == null ? Optional.empty() : Optional.of(caller(profile, store.settings(store.recent())));
    }

    /** Somebody who is not calling, with their rights; empty when there is no such user. */
    public Optional<Caller> of(String key) {
        UserProfile profile = users.getUserProfile(new UserKey(key));
        return profile == null ? Optional.empty() : Optional.of(caller(profile, store.settings()));
    }

    /** Somebody who is deactivated may nothing, whatever session or token is left of them. */
    private Caller caller(UserProfile profile, Settings settings) {
        UserKey key = profile.getUserKey();
        if (!active.isActive(key.getStringValue())) {
            return new Caller(key.getStringValue(), profile.getUsername(), false, false, false);
        }
        boolean administers = users.isAdmin(key) || isInAny(key, settings.administer());
        boolean edits = administers || isInAny(key, settings.edit());
        boolean views = edits || isInAny(key, settings.view());
        return new Caller(key.getStringValue(), profile.getUsername(), views, edits, administers);
    }

    private boolean isInAny(UserKey key, List<String> groups) {
        return groups.stream().anyMatch(group -> users.isUserInGroup(key, group));
    }
}

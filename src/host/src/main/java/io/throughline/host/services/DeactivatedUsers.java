package io.throughline.host.services;

import com.atlassian.sal.api.pluginsettings.PluginSettingsFactory;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Whose account an administrator switched off. Kept in the database; another node follows within seconds. Nobody is ever
 * deleted here: rows and issues go on naming them.
 */
public final class DeactivatedUsers {
    private static final long REMEMBERED_MILLIS = 2_000;
    private static final String SPACE = "host.user-deactivated";

    private final PluginSettingsFactory settings;
    private final Clock clock;
    private final Map<String, Known> known = new ConcurrentHashMap<>();

    private record Known(boolean deactivated, long readAt) {}

    DeactivatedUsers(PluginSettingsFactory settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    boolean contains(String name) {
        long now = clock.millis();
        Known last = known.get(name);
        if (last == null || now - last.readAt >= REMEMBERED_MILLIS) {
            // not inside a compute: every request of that user would wait there for the database
            last = new Known(read(name), now);
            known.put(name, last);
        }
        return last.deactivated;
    }

    private boolean read(String name) {
        return settings.createSettingsForKey(SPACE).get(name) != null;
    }

    /** Switches an account off, or on again. */
    public void set(String name, boolean deactivated) {
        settings.createSettingsForKey(SPACE).put(name, deactivated ? "yes" : null);
        known.remove(name);
    }
}

package io.throughline.host.services;

import com.atlassian.sal.api.pluginsettings.PluginSettingsFactory;
import io.throughline.host.launch.Users;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which language each person chose; who chose none, and whoever is anonymous, reads English. Kept in the database; another node
 * follows within seconds.
 */
public final class UserLocales {

    /** What this host can be set to; texts that a plugin does not translate stay English. */
    public static final List<Locale> SUPPORTED = List.of(Locale.US, Locale.UK, Locale.GERMANY, Locale.FRANCE);

    private static final long REMEMBERED_MILLIS = 5_000;
    private static final String SPACE = "host.user-locale";

    private final PluginSettingsFactory settings;
    private final Users users;
    private final Clock clock;
    private final Map<String, Known> known = new ConcurrentHashMap<>();

    private record Known(Optional<Locale> locale, long readAt) {}

    UserLocales(PluginSettingsFactory settings, Users users, Clock clock) {
        this.settings = settings;
        this.users = users;
        this.clock = clock;
    }

    /** Of the user on this thread. */
    public Locale current() {
        return users.current().flatMap(this::chosen).orElse(Locale.US);
    }

    /** Empty for who chose none. */
    public Optional<Locale> chosen(String user) {
        long now = clock.millis();
        return known.compute(
                        user,
                        (name, before) -> before != null && now - before.readAt < REMEMBERED_MILLIS
                                ? before
                                : new Known(read(name), now))
                .locale;
    }

    private Optional<Locale> read(String user) {
        return Optional.ofNullable(settings.createSettingsForKey(SPACE).get(user))
                .flatMap(written -> supported(written.toString()));
    }

    /** @param locale empty to read the default again */
    public void choose(String user, Optional<Locale> locale) {
        settings.createSettingsForKey(SPACE)
                .put(user, locale.map(Locale::toString).orElse(null));
        known.remove(user);
    }

    /** @param written as Jira writes it: {@code de_DE} */
    public static Optional<Locale> supported(String written) {
        return SUPPORTED.stream()
                .filter(locale -> locale.toString().equals(written))
                .findFirst();
    }
}

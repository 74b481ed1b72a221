package io.throughline.host.jira.model;

import io.throughline.host.launch.Users;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.RowMapper;

/**
 * Everyone an issue may name: the node's users, and people known only from imports, who cannot log in. User key and user name are
 * the same on this host.
 */
public final class People {
    private static final RowMapper<Person> MAPPER = (row, context) ->
            new Person(row.getString("user_key"), row.getString("display_name"), null, row.getBoolean("active"), false);

    private final Jdbi jdbi;
    private final Users users;
    /** Imported people never change but for {@link #remember}; a key without a person maps to empty for this node's life. */
    private final Map<String, Optional<Person>> imported = new ConcurrentHashMap<>();

    /** @param email may be null */
    public record Person(String key, String displayName, String email, boolean isActive, boolean canLogIn) {}

    public People(Jdbi jdbi, Users users) {
        this.jdbi = jdbi;
        this.users = users;
    }

    public Optional<Person> find(String key) {
        if (key == null) {
            return Optional.empty();
        }
        Optional<Person> local = users.find(key)
                .map(user -> new Person(user.name(), user.fullName(), user.email(), user.active(), true));
        return local.isPresent() ? local : imported.computeIfAbsent(key, this::readImported);
    }

    /** Keeps people that the node does not know yet; known ones stay as they are. */
    public void remember(Collection<Person> people) {
        List<Person> fresh = people.stream()
                .filter(person -> users.find(person.key()).isEmpty())
                .toList();
        jdbi.useTransaction(handle -> {
            for (Person person : fresh) {
                if (readImported(person.key()).isEmpty()) {
                    handle.execute(
                            "INSERT INTO jira_person VALUES (?, ?, ?)",
                            person.key(),
                            person.displayName(),
                            person.isActive());
                }
            }
        });
        fresh.forEach(person -> imported.remove(person.key()));
    }

    /** Everybody whose name or full name starts with the text, those who can log in first, at most {@code limit}. */
    public List<Person> search(String prefix, int limit) {
        List<Person> found = new ArrayList<>(usersLike(prefix, limit));
        found.addAll(importedLike(prefix, limit - found.size()));
        return found;
    }

    private List<Person> importedLike(String prefix, int limit) {
        String pattern = prefix.toLowerCase(java.util.Locale.ROOT)
                        .replace("!", "!!")
                        .replace("%", "!%")
                        .replace("_", "!_")
                + "%";
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT * FROM jira_person WHERE lower(user_key) LIKE :start"
                                + " ESCAPE '!' OR lower(display_name) LIKE :start ESCAPE '!' ORDER BY display_name, user_key LIMIT :limit")
                .bind("start", pattern)
                .bind("limit", Math.max(0, limit))
                .map(MAPPER)
                .list());
    }

    private List<Person> usersLike(String prefix, int limit) {
        String start = prefix.toLowerCase(java.util.Locale.ROOT);
        return users.all().stream()
                .filter(user -> user.name().toLowerCase(java.util.Locale.ROOT).startsWith(start)
                        || user.fullName().toLowerCase(java.util.Locale.ROOT).startsWith(start))
                .limit(limit)
                .map(user -> new Person(user.name(), user.fullName(), user.email(), user.active(), true))
                .toList();
    }

    private Optional<Person> readImported(String key) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT * FROM jira_person WHERE user_key = ?")
                .bind(0, key)
                .map(MAPPER)
                .findOne());
    }
}

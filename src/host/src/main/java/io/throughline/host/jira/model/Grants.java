package io.throughline.host.jira.model;

import io.throughline.host.launch.Users;
import java.time.Clock;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Who may do what in a project: rows that give one permission to a group or a user. Held in memory for at most ten seconds, since
 * another node may change them; a change made here is seen at once.
 */
public final class Grants {
    public static final String BROWSE = "BROWSE_PROJECTS";
    public static final String ADMINISTER = "ADMINISTER_PROJECTS";

    /** What members of a project may do beside browsing it. */
    public static final List<String> WORK =
            List.of("CREATE_ISSUES", "EDIT_ISSUES", "TRANSITION_ISSUES", "DELETE_ISSUES", "LINK_ISSUES", "MOVE_ISSUES");

    private static final long HELD_MILLIS = 10_000;

    private final Jdbi jdbi;
    private final Users users;
    private final Clock clock;
    private volatile Held held;

    private record Grant(String kind, String holder) {}

    /** By permission, then by project. */
    private record Held(long readAt, Map<String, Map<Long, Set<Grant>>> grants) {}

    public Grants(Jdbi jdbi, Users users, Clock clock) {
        this.jdbi = jdbi;
        this.users = users;
        this.clock = clock;
    }

    /** @param user user key, null for anonymous, who may nothing */
    public boolean isAllowed(String permission, long projectId, String user) {
        Set<Grant> grants =
                current().grants().getOrDefault(permission, Map.of()).getOrDefault(projectId, Set.of());
        return active(user).filter(known -> isAmong(known, grants)).isPresent();
    }

    /** The ids of the projects where the user has the permission. */
    public Set<Long> projects(String permission, String user) {
        Optional<Users.User> known = active(user);
        if (known.isEmpty()) {
            return Set.of();
        }
        Set<Long> allowed = new HashSet<>();
        current().grants().getOrDefault(permission, Map.of()).forEach((project, grants) -> {
            if (isAmong(known.get(), grants)) {
                allowed.add(project);
            }
        });
        return Collections.unmodifiableSet(allowed);
    }

    private Optional<Users.User> active(String user) {
        return Optional.ofNullable(user).flatMap(users::find).filter(Users.User::active);
    }

    private static boolean isAmong(Users.User user, Set<Grant> grants) {
        return grants.contains(new Grant("USER", user.name()))
                || user.groups().stream().anyMatch(group -> grants.contains(new Grant("GROUP", group)));
    }

    /** The scheme of an ordinary project: every Jira user works in it, administrators administer it. */
    public void openToAll(long projectId) {
        jdbi.useTransaction(handle -> {
            give(handle, projectId, BROWSE, "GROUP", "jira-users");
            WORK.forEach(permission -> give(handle, projectId, permission, "GROUP", "jira-users"));
            give(handle, projectId, ADMINISTER, "GROUP", "jira-administrators");
        });
        held = null;
    }

    /** Only these users may browse and work. */
    public void closeTo(long projectId, List<String> holders) {
        jdbi.useTransaction(handle -> {
            handle.execute("DELETE FROM jira_grant WHERE project_id = ?", projectId);
            for (String holder : holders) {
                give(handle, projectId, BROWSE, "USER", holder);
                WORK.forEach(permission -> give(handle, projectId, permission, "USER", holder));
            }
            give(handle, projectId, ADMINISTER, "GROUP", "jira-administrators");
        });
        held = null;
    }

    private static void give(Handle handle, long projectId, String permission, String kind, String holder) {
        handle.execute("INSERT INTO jira_grant VALUES (?, ?, ?, ?)", projectId, permission, kind, holder);
    }

    private Held current() {
        Held now = held;
        if (now == null || clock.millis() - now.readAt() > HELD_MILLIS) {
            now = new Held(clock.millis(), jdbi.withHandle(Grants::read));
            held = now;
        }
        return now;
    }

    private static Map<String, Map<Long, Set<Grant>>> read(Handle handle) {
        Map<String, Map<Long, Set<Grant>>> grants = new HashMap<>();
        handle.createQuery("SELECT project_id, permission, holder_kind, holder FROM jira_grant")
                .map((row, context) -> grants.computeIfAbsent(row.getString(2), permission -> new HashMap<>())
                        .computeIfAbsent(row.getLong(1), project -> new HashSet<>())
                        .add(new Grant(row.getString(3), row.getString(4))))
                .list();
        return grants;
    }
}

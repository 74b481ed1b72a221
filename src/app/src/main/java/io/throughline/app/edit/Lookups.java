package io.throughline.app.edit;

import io.throughline.app.access.Caller;
import io.throughline.app.access.People;
import io.throughline.app.access.People.Person;
import io.throughline.app.live.LinkTargets;
import io.throughline.core.strategy.LinkTarget;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What one call looked up outside the strategy: users, projects, link targets. Each is asked once, so that a form that
 * is read again inside a transaction touches nothing but memory and sees the same.
 */
public final class Lookups {
    private final People people;
    private final LinkTargets targets;
    private final Caller caller;
    private final Map<String, Optional<Person>> byName = new HashMap<>();
    private final Map<String, Optional<Person>> byKey = new HashMap<>();
    private final Map<String, Optional<String>> projects = new HashMap<>();
    private final Map<LinkTarget, LinkTargets.Resolved> resolved = new HashMap<>();
    private final Map<LinkTarget, LinkTargets.Shown> shown = new HashMap<>();

    public Lookups(People people, LinkTargets targets, Caller caller) {
        this.people = people;
        this.targets = targets;
        this.caller = caller;
    }

    public Caller caller() {
        return caller;
    }

    /** Who has this user name. */
    public Optional<Person> named(String name) {
        boolean isName = !name.isBlank() && name.length() <= Fields.NAME_LENGTH && Fields.isStorable(name);
        return isName ? byName.computeIfAbsent(name, people::named) : Optional.empty();
    }

    /** Who has this user key. */
    public Optional<Person> withKey(String key) {
        return byKey.computeIfAbsent(key, people::withKey);
    }

    /** The project as the caller may know it. */
    public Optional<String> project(String key) {
        return projects.computeIfAbsent(key, each -> targets.project(each, caller));
    }

    /** What the caller means by a reference. */
    LinkTargets.Resolved resolve(LinkTarget.Kind kind, String ref) {
        return resolved.computeIfAbsent(new LinkTarget(kind, ref, null), each -> targets.resolve(kind, ref, caller));
    }

    /** What was found worth a warning when this target was resolved in this call. */
    public List<String> warnings(LinkTarget target) {
        return resolved.values().stream()
                .filter(each -> target.equals(each.target()))
                .findFirst()
                .map(LinkTargets.Resolved::warnings)
                .orElse(List.of());
    }

    /** A stored target as the caller may see it. */
    public LinkTargets.Shown show(LinkTarget target) {
        return shown.computeIfAbsent(target, each -> targets.show(each, caller));
    }
}

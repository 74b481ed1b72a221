package io.throughline.app.edit;

import com.fasterxml.jackson.databind.JsonNode;
import io.throughline.app.access.Caller;
import io.throughline.app.access.People;
import io.throughline.app.access.People.Person;
import io.throughline.app.live.ExemptionQueries;
import io.throughline.app.live.LinkTargets;
import io.throughline.core.strategy.Exemption;
import io.throughline.core.strategy.Kpi;
import io.throughline.core.strategy.KpiSource;
import io.throughline.core.strategy.LinkTarget;
import io.throughline.core.strategy.WorkLink;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

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
    private final Map<String, Optional<String>> issueTypes = new HashMap<>();
    private final Map<String, Optional<String>> numberFields = new HashMap<>();
    private final Map<LinkTarget, LinkTargets.Resolved> resolved = new HashMap<>();
    /** The same by what was found, so that many targets of one call do not look for each other. */
    private final Map<LinkTarget, LinkTargets.Resolved> byTarget = new HashMap<>();

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

    /** Whether a user exists and is not deactivated; nobody is not. */
    public boolean isActive(@Nullable String key) {
        return key != null && withKey(key).map(Person::active).orElse(false);
    }

    /** The project as the caller may know it. */
    public Optional<String> project(String key) {
        return projects.computeIfAbsent(key, each -> targets.project(each, caller));
    }

    /**
     * Looks up the issues among many targets together, so that each is at hand when the targets are read one by one. What
     * is no proper target is left to that reading, which says what is wrong with it.
     */
    void resolveIssues(JsonNode sent) {
        Set<String> refs = new LinkedHashSet<>();
        for (JsonNode each : sent) {
            String ref = each.path("ref").asText("").strip();
            boolean isIssue = each.path("kind").asText().equals(LinkTarget.Kind.ISSUE.name());
            if (isIssue
                    && each.path("ref").isTextual()
                    && !ref.isEmpty()
                    && !resolved.containsKey(new LinkTarget(LinkTarget.Kind.ISSUE, ref, null))) {
                refs.add(ref);
            }
        }
        if (refs.size() > 1) {
            targets.resolveIssues(refs, caller)
                    .forEach((ref, found) -> keep(new LinkTarget(LinkTarget.Kind.ISSUE, ref, null), found));
        }
    }

    private LinkTargets.Resolved keep(LinkTarget asked, LinkTargets.Resolved found) {
        resolved.put(asked, found);
        LinkTarget target = found.target();
        if (target != null) {
            byTarget.putIfAbsent(target, found);
        }
        return found;
    }

    /** What the caller means by a reference. */
    LinkTargets.Resolved resolve(LinkTarget.Kind kind, String ref) {
        LinkTarget asked = new LinkTarget(kind, ref, null);
        LinkTargets.Resolved known = resolved.get(asked);
        return known != null ? known : keep(asked, targets.resolve(kind, ref, caller));
    }

    /**
     * Ids of the issues whose summary has words that begin with all the words of a text, as Jira's search says to the
     * caller; none for a text without words. Only letters and digits reach the query, so no text can be more than words.
     */
    public Set<Long> withSummary(String text) {
        String query = Arrays.stream(text.split("[^\\p{L}\\p{N}]+"))
                .filter(word -> !word.isEmpty())
                .map(word -> "summary ~ \"" + word + "*\"")
                .collect(Collectors.joining(" AND "));
        if (query.isEmpty()) {
            return Set.of();
        }
        LinkTargets.Found found = resolve(LinkTarget.Kind.JQL, query).found();
        return found == null ? Set.of() : Arrays.stream(found.issues()).boxed().collect(Collectors.toSet());
    }

    /** The issue type of this name, as Jira writes it. */
    Optional<String> issueType(String name) {
        return issueTypes.computeIfAbsent(name, targets::issueType);
    }

    /** The number field of Jira that a name or an id means, as it is kept. */
    Optional<String> numberField(String name) {
        return numberFields.computeIfAbsent(name, targets::numberField);
    }

    /** What came of the last evaluation of a KPI that is counted in Jira. */
    public Optional<LinkTargets.Measured> measured(String kpi) {
        return targets.measured(kpi);
    }

    /** Counts a KPI in Jira now; does nothing for others. */
    public void measure(Kpi kpi) {
        if (kpi.source() instanceof KpiSource.Jql) {
            targets.measure(kpi);
        }
    }

    /** What was found worth a warning when this target was resolved in this call. */
    public List<String> warnings(LinkTarget target) {
        return Optional.ofNullable(byTarget.get(target))
                .map(LinkTargets.Resolved::warnings)
                .orElse(List.of());
    }

    /** What the query of this target found, if it was resolved in this call. */
    public Optional<LinkTargets.Found> found(LinkTarget target) {
        return Optional.ofNullable(byTarget.get(target)).map(LinkTargets.Resolved::found);
    }

    /** When the query of a link last ran whole, be it in this call. */
    public Optional<Instant> evaluatedAt(WorkLink link) {
        return found(link.target()).map(LinkTargets.Found::at).or(() -> targets.evaluatedAt(link.id()));
    }

    /** Whether the query of a link could not be read when it was last to run. */
    public boolean isUnreadable(WorkLink link) {
        return targets.isUnreadable(link.id());
    }

    /** Whether there is no such issue or project any more, whoever asks. */
    public boolean isGone(LinkTarget target) {
        return targets.isGone(target);
    }

    /** Runs the query of a link whole; does nothing for other links. */
    public void evaluate(WorkLink link) {
        if (link.target().kind() == LinkTarget.Kind.JQL) {
            targets.evaluate(link);
        }
    }

    /** Keeps what was found in this call for a link that is stored now. */
    public void keep(WorkLink link) {
        found(link.target()).ifPresent(found -> targets.keep(link, found, caller));
    }

    /** Keeps what was found in this call for an exemption that is stored now. */
    public void keep(Exemption exemption) {
        if (exemption.kind().isSearched()) {
            keep(ExemptionQueries.asLink(exemption));
        }
    }

    /** Looks up many stored targets at once, to be shown one by one. */
    public void preload(Collection<LinkTarget> many) {
        shown.putAll(targets.showAll(many, caller));
    }

    /** A stored target as the caller may see it. */
    public LinkTargets.Shown show(LinkTarget target) {
        return shown.computeIfAbsent(target, each -> targets.show(each, caller));
    }
}

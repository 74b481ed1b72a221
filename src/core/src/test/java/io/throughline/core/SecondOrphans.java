package io.throughline.core;

import io.throughline.core.strategy.Exemption;
import io.throughline.core.strategy.Kpi;
import io.throughline.core.strategy.Objective;
import io.throughline.core.strategy.ObjectiveState;
import io.throughline.core.strategy.Plan;
import io.throughline.core.strategy.PlanState;
import io.throughline.core.strategy.Theme;
import io.throughline.core.strategy.WorkLink;
import io.throughline.core.work.StatusCategory;
import io.throughline.core.work.WorkItem;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The table of orphans read a second time, item by item, straight from its words. Slow on purpose. */
final class SecondOrphans {
    private final World world;
    private final Plan plan;
    private final SecondReading reading;
    private final Map<Plan, Set<String>> aligning;
    private final Map<Long, Boolean> alignedItems = new HashMap<>();

    /** @param plan null for the strategy in force */
    SecondOrphans(World world, Plan plan) {
        this.world = world;
        this.plan = plan;
        reading = new SecondReading(world, plan == null ? world.plans.get(0) : plan);
        List<Plan> asked = plan != null
                ? List.of(plan)
                : world.plans.stream()
                        .filter(each -> each.state() == PlanState.ACTIVE)
                        .toList();
        aligning = asked.stream().collect(Collectors.toMap(each -> each, this::aligningObjectives));
    }

    private Set<String> aligningObjectives(Plan of) {
        Set<String> found = new HashSet<>();
        for (Objective each : world.objectives) {
            if (reading.planOf(each).equals(of.key()) && each.state() == ObjectiveState.ACTIVE) {
                found.add(each.key());
                Set<String> own = world.objectives.stream()
                        .filter(child -> each.key().equals(child.parent()))
                        .map(Objective::key)
                        .collect(Collectors.toSet());
                for (Objective child : reading.children(each).keySet()) {
                    if (!own.contains(child.key())) {
                        addActive(child, found, new HashSet<>());
                    }
                }
            }
        }
        return found;
    }

    private void addActive(Objective from, Set<String> found, Set<String> seen) {
        if (seen.add(from.key())) {
            if (from.state() == ObjectiveState.ACTIVE) {
                found.add(from.key());
            }
            reading.children(from).keySet().forEach(child -> addActive(child, found, seen));
        }
    }

    boolean aligned(WorkItem item) {
        return alignedItems.computeIfAbsent(item.id(), unasked -> readAligned(item));
    }

    private boolean readAligned(WorkItem item) {
        for (Set<String> objectives : aligning.values()) {
            for (WorkLink link : world.links) {
                if (objectives.contains(link.objective())
                        && reading.holds(item, reading.planOf(reading.objective(link.objective())))
                                .contains(link.id())) {
                    return true;
                }
            }
        }
        return false;
    }

    boolean exempt(WorkItem item) {
        for (WorkItem at = item; at != null; at = reading.parent(at)) {
            for (Exemption each : world.exemptions) {
                if ((each.expires() == null || !world.today.isAfter(each.expires())) && matches(each, at)) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean matches(Exemption by, WorkItem item) {
        return switch (by.kind()) {
            case PROJECT -> by.target() != null && by.target() == item.projectId();
            case ISSUE -> by.target() != null && by.target() == item.id();
            case ISSUE_TYPE -> by.ref().equalsIgnoreCase(item.issueType());
            case LABEL, JQL -> Arrays.stream(world.exempted.get(by.id())).anyMatch(id -> id == item.id());
        };
    }

    private boolean there(WorkItem item) {
        return !item.archived()
                && (plan == null
                        || plan.scope() == null
                        || plan.scope().projects().contains(item.projectKey()));
    }

    private boolean open(WorkItem item) {
        return there(item) && item.statusCategory() != StatusCategory.DONE;
    }

    private boolean orphan(WorkItem item) {
        return open(item) && !aligned(item) && !exempt(item);
    }

    private double size(WorkItem item) {
        return !reading.carries(item) ? 0 : plan == null ? 1 : reading.size(item);
    }

    private double orphanSize(Collection<WorkItem> items) {
        return items.stream().filter(this::orphan).mapToDouble(this::size).sum();
    }

    private List<WorkItem> below(WorkItem top) {
        return world.items.values().stream()
                .filter(each -> reading.isBelow(each, top))
                .toList();
    }

    /** What is listed: kind, ref, size. */
    Set<String> listed() {
        Set<String> found = new TreeSet<>();
        Map<String, List<WorkItem>> projects =
                world.items.values().stream().collect(Collectors.groupingBy(WorkItem::projectKey));
        projects.forEach((key, items) -> {
            double aligned = items.stream()
                    .filter(this::open)
                    .filter(this::aligned)
                    .mapToDouble(this::size)
                    .sum();
            if (aligned == 0 && orphanSize(items) > 0) {
                found.add(row("PROJECT", key, orphanSize(items)));
            }
        });
        for (WorkItem item : world.items.values()) {
            if (!orphan(item)) {
                continue;
            }
            if (reading.level(item) >= 1) {
                boolean partial = below(item).stream().anyMatch(each -> open(each) && aligned(each));
                double size = orphanSize(below(item)) + size(item);
                found.add(row(partial ? "PARTIAL" : "EPIC", item.key(), size));
            } else if (reading.level(item) == 0) {
                boolean reported = false;
                for (WorkItem at = reading.parent(item); at != null; at = reading.parent(at)) {
                    reported |= open(at);
                }
                if (!reported) {
                    found.add(row("ISSUE", item.key(), size(item)));
                }
            }
        }
        return found;
    }

    /**
     * What the strategy lacks: kind and ref.
     *
     * @param dead the links whose target is gone or unreadable
     * @param active users who are there and active
     */
    Set<String> gaps(Set<Long> dead, Set<String> active) {
        Set<String> found = new TreeSet<>();
        for (WorkLink link : world.links) {
            if (isAsked(reading.planOf(reading.objective(link.objective()))) && dead.contains(link.id())) {
                found.add("DEAD_LINK " + link.id());
            }
        }
        for (Theme theme : world.themes) {
            unowned(theme.key(), theme.owner(), theme.plan(), active, found);
        }
        for (Objective each : world.objectives) {
            String home = reading.planOf(each);
            unowned(each.key(), each.owner(), home, active, found);
            if (each.state() == ObjectiveState.ACTIVE && isAsked(home)) {
                if (!reading.hasLiveWork(each)) {
                    found.add("UNSUPPORTED_OBJECTIVE " + each.key());
                }
                if (!hasKpi(each, new HashSet<>())) {
                    found.add("UNMEASURED_OBJECTIVE " + each.key());
                }
            }
        }
        world.kpis.forEach(kpi -> gaps(kpi, active, found));
        return found;
    }

    private void gaps(Kpi kpi, Set<String> active, Set<String> found) {
        Objective of = world.objectives.stream()
                .filter(each -> each.key().equals(kpi.objective()))
                .findFirst()
                .orElse(null);
        String home = of == null ? null : reading.planOf(of);
        unowned(kpi.key(), kpi.owner(), home, active, found);
        if (isAsked(home)) {
            if (of == null || of.state() == ObjectiveState.ABANDONED) {
                found.add("ORPHAN_KPI " + kpi.key());
            }
            if (!new SecondOutcome(world).of(kpi).stale().isEmpty()) {
                found.add("STALE_KPI " + kpi.key());
            }
        }
    }

    private void unowned(String key, String owner, String home, Set<String> active, Set<String> found) {
        if (isAsked(home) && (owner == null || !active.contains(owner))) {
            found.add("UNOWNED " + key);
        }
    }

    private boolean hasKpi(Objective of, Set<String> seen) {
        return seen.add(of.key())
                && (world.kpis.stream().anyMatch(kpi -> of.key().equals(kpi.objective()))
                        || reading.children(of).keySet().stream().anyMatch(child -> hasKpi(child, seen)));
    }

    /** @param home key of a plan; null for what is in none, which is in force as far as anybody can tell */
    private boolean isAsked(String home) {
        return plan != null
                ? plan.key().equals(home)
                : home == null
                        || world.plans.stream()
                                .anyMatch(each -> each.key().equals(home) && each.state() == PlanState.ACTIVE);
    }

    static String row(String kind, String ref, double size) {
        return kind + " " + ref + " " + Math.round(size * 1000) / 1000.0;
    }

    /** By project key: aligned, orphan and exempt open size. */
    Map<String, String> coverage() {
        Map<String, String> found = new TreeMap<>();
        world.items.values().stream()
                .filter(item -> open(item) && reading.carries(item))
                .collect(Collectors.groupingBy(WorkItem::projectKey))
                .forEach((key, items) -> found.put(key, parts(items)));
        return found;
    }

    private String parts(List<WorkItem> items) {
        double aligned =
                items.stream().filter(this::aligned).mapToDouble(this::size).sum();
        double exempt = items.stream()
                .filter(item -> !aligned(item) && exempt(item))
                .mapToDouble(this::size)
                .sum();
        return parts(aligned, orphanSize(items), exempt);
    }

    static String parts(double aligned, double orphan, double exempt) {
        return row("aligned", "", aligned) + row(" orphan", "", orphan) + row(" exempt", "", exempt);
    }
}

package io.throughline.core;

import io.throughline.core.strategy.Contribution;
import io.throughline.core.strategy.LinkTarget;
import io.throughline.core.strategy.Objective;
import io.throughline.core.strategy.ObjectiveState;
import io.throughline.core.strategy.Plan;
import io.throughline.core.strategy.PlanState;
import io.throughline.core.strategy.Theme;
import io.throughline.core.strategy.WorkLink;
import io.throughline.core.work.StatusCategory;
import io.throughline.core.work.WorkItem;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Alignment and delivery read a second time, straight from the words of the design: no columns, no sets of links, no
 * passes. Slow on purpose (only a few answers are remembered); shares nothing with the code it checks but records.
 */
final class SecondReading {
    private final World world;
    private final Plan plan;
    private final Map<Long, Boolean> carriers = new HashMap<>();
    private final Map<String, Set<Long>> held = new HashMap<>();
    private final Map<String, List<WorkLink>> effective = new HashMap<>();

    SecondReading(World world, Plan plan) {
        this.world = world;
        this.plan = plan;
    }

    /** What one node's delivery is by this reading. */
    record Numbers(
            double total,
            double done,
            double inProgress,
            Double progress,
            Double expected,
            String health,
            int items,
            int unsized,
            int excluded) {}

    // work

    int level(WorkItem item) {
        if (item.subTask()) {
            return -1;
        }
        return world.rules.levels().getOrDefault(item.issueType().toLowerCase(), 0);
    }

    WorkItem parent(WorkItem item) {
        WorkItem parent = world.items.get(item.parentId());
        return parent != null && level(parent) > level(item) ? parent : null;
    }

    boolean cancelled(WorkItem item) {
        return item.statusCategory() == StatusCategory.DONE
                && item.resolution() != null
                && world.rules.cancelled().contains(item.resolution().toLowerCase());
    }

    boolean isBelow(WorkItem item, WorkItem above) {
        for (WorkItem at = parent(item); at != null; at = parent(at)) {
            if (at == above) {
                return true;
            }
        }
        return false;
    }

    boolean carries(WorkItem item) {
        return carriers.computeIfAbsent(item.id(), id -> readCarries(item));
    }

    private boolean readCarries(WorkItem item) {
        if (cancelled(item) || level(item) < 0) {
            return false;
        }
        return level(item) == 0
                || world.items.values().stream()
                        .noneMatch(other -> level(other) >= 0 && !cancelled(other) && isBelow(other, item));
    }

    private Double ownSize(WorkItem item) {
        Double size;
        switch (plan.sizeMeasure()) {
            case COUNT:
                return 1.0;
            case STORY_POINTS:
                size = item.storyPoints();
                break;
            default:
                size = item.originalEstimateSeconds() == null ? null : (Double) (double) item.originalEstimateSeconds();
        }
        return size == null || size < 0 ? null : size;
    }

    double size(WorkItem item) {
        Double own = ownSize(item);
        if (own != null) {
            return own;
        }
        if (plan.defaultSize() != null) {
            return plan.defaultSize();
        }
        return plan.sizeMeasure() == io.throughline.core.strategy.SizeMeasure.STORY_POINTS
                ? world.rules.defaultPoints()
                : world.rules.defaultSeconds();
    }

    // strategy

    Objective objective(String key) {
        return world.objectives.stream()
                .filter(each -> each.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    String planOf(Objective objective) {
        if (objective.parent() != null) {
            return planOf(objective(objective.parent()));
        }
        return world.themes.stream()
                .filter(theme -> theme.key().equals(objective.theme()))
                .map(Theme::plan)
                .findFirst()
                .orElseThrow();
    }

    private Plan planNamed(String key) {
        return world.plans.stream()
                .filter(each -> each.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private static boolean takesPart(Objective objective) {
        return objective.state() == ObjectiveState.ACTIVE || objective.state() == ObjectiveState.ACHIEVED;
    }

    /** Sub-objectives and contributions that take part, with their weights. */
    Map<Objective, Double> children(Objective of) {
        Map<Objective, Double> children = new LinkedHashMap<>();
        for (Objective each : world.objectives) {
            if (of.key().equals(each.parent()) && takesPart(each)) {
                children.put(each, each.weight());
            }
        }
        for (Contribution each : world.contributions) {
            Objective from = objective(each.from());
            if (each.to().equals(of.key())
                    && takesPart(from)
                    && planNamed(planOf(from)).state() != PlanState.DRAFT) {
                children.putIfAbsent(from, each.weight());
            }
        }
        return children;
    }

    // alignment

    /** Ids of the links of a plan that hold the item. */
    Set<Long> holds(WorkItem item, String planKey) {
        return held.computeIfAbsent(item.id() + " in " + planKey, known -> readHolds(item, planKey));
    }

    private Set<Long> readHolds(WorkItem item, String planKey) {
        List<WorkLink> links = effective.computeIfAbsent(planKey, this::effectiveLinks);
        List<WorkLink> found = List.of();
        for (WorkItem at = item; at != null && found.isEmpty(); at = parent(at)) {
            long id = at.id();
            found = only(links, link -> is(link, LinkTarget.Kind.ISSUE, id));
        }
        for (WorkItem at = item; at != null && found.isEmpty(); at = parent(at)) {
            long id = at.id();
            found = only(
                    links,
                    link -> link.target().kind() == LinkTarget.Kind.JQL
                            && Arrays.stream(world.members.get(link.id())).anyMatch(member -> member == id));
        }
        if (found.isEmpty()) {
            found = only(links, link -> is(link, LinkTarget.Kind.PROJECT, item.projectId()));
        }
        Map<String, Long> oldest = new LinkedHashMap<>();
        found.forEach(link -> oldest.merge(link.objective(), link.id(), Math::min));
        return new HashSet<>(oldest.values());
    }

    private List<WorkLink> effectiveLinks(String planKey) {
        return world.links.stream()
                .filter(link -> takesPart(objective(link.objective())))
                .filter(link -> planOf(objective(link.objective())).equals(planKey))
                .toList();
    }

    private static List<WorkLink> only(List<WorkLink> links, Predicate<WorkLink> wanted) {
        return links.stream().filter(wanted).toList();
    }

    private static boolean is(WorkLink link, LinkTarget.Kind kind, long id) {
        return link.target().kind() == kind
                && link.target().id() != null
                && link.target().id() == id;
    }

    // delivery

    private Set<WorkItem> itemsOf(WorkLink link) {
        String home = planOf(objective(link.objective()));
        Set<WorkItem> found = new HashSet<>();
        for (WorkItem item : world.items.values()) {
            if (holds(item, home).contains(link.id())) {
                found.add(item);
            }
        }
        return found;
    }

    private Set<WorkItem> itemsOf(Objective objective) {
        Set<WorkItem> all = new HashSet<>();
        linksOf(objective).forEach(link -> all.addAll(itemsOf(link)));
        children(objective).keySet().forEach(child -> all.addAll(itemsOf(child)));
        return all;
    }

    /** Whether live work counts for an objective or for what is below it. */
    boolean hasLiveWork(Objective objective) {
        String home = planOf(objective);
        return linksOf(objective).stream()
                        .anyMatch(link -> world.items.values().stream()
                                .anyMatch(item -> holds(item, home).contains(link.id()) && carries(item)))
                || children(objective).keySet().stream().anyMatch(this::hasLiveWork);
    }

    private List<WorkLink> linksOf(Objective objective) {
        return world.links.stream()
                .filter(link -> link.objective().equals(objective.key()))
                .toList();
    }

    private double sum(Set<WorkItem> items, StatusCategory category) {
        return items.stream()
                .filter(this::carries)
                .filter(item -> category == null || item.statusCategory() == category)
                .mapToDouble(this::size)
                .sum();
    }

    private Double share(Set<WorkItem> items) {
        double total = sum(items, null);
        return total == 0 ? null : (Double) (sum(items, StatusCategory.DONE) / total);
    }

    Double progress(Objective objective) {
        if (objective.state() == ObjectiveState.ACHIEVED && world.achieved.containsKey(objective.key())) {
            return world.achieved.get(objective.key()).delivery().progress();
        }
        List<double[]> parts = new ArrayList<>();
        children(objective).forEach((child, weight) -> {
            Double progress = progress(child);
            if (progress != null) {
                parts.add(new double[] {weight, progress});
            }
        });
        Double own = ownLinks(objective);
        if (own != null) {
            double meanWeight =
                    parts.stream().mapToDouble(part -> part[0]).average().orElse(1);
            parts.add(new double[] {meanWeight, own});
        }
        return mean(parts);
    }

    private Double ownLinks(Objective objective) {
        boolean given = linksOf(objective).stream().anyMatch(link -> link.weight() != null);
        List<double[]> parts = new ArrayList<>();
        for (WorkLink link : linksOf(objective)) {
            Set<WorkItem> items = itemsOf(link);
            if (share(items) != null) {
                double weight = link.weight() != null ? link.weight() : given ? 1 : sum(items, null);
                parts.add(new double[] {weight, share(items)});
            }
        }
        return mean(parts);
    }

    private static Double mean(List<double[]> parts) {
        double weights = parts.stream().mapToDouble(part -> part[0]).sum();
        return parts.isEmpty()
                ? null
                : (Double)
                        (parts.stream().mapToDouble(part -> part[0] * part[1]).sum() / weights);
    }

    private LocalDate start(Objective of) {
        if (of.start() != null) {
            return of.start();
        }
        return of.parent() != null
                ? start(objective(of.parent()))
                : planNamed(planOf(of)).start();
    }

    private LocalDate due(Objective of) {
        if (of.due() != null) {
            return of.due();
        }
        return of.parent() != null
                ? due(objective(of.parent()))
                : planNamed(planOf(of)).end();
    }

    private double expectedByDates(Objective of) {
        double days = ChronoUnit.DAYS.between(start(of), due(of));
        if (days <= 0) {
            return world.today.isBefore(due(of)) ? 0 : 1;
        }
        return Math.max(0, Math.min(1, ChronoUnit.DAYS.between(start(of), world.today) / days));
    }

    private Double expected(Objective of) {
        if (of.state() == ObjectiveState.ACHIEVED && world.achieved.containsKey(of.key())) {
            return world.achieved.get(of.key()).delivery().expected();
        }
        return expectedByDates(of);
    }

    private String health(double total, double done, double busy, Double progress, Double expected, LocalDate due) {
        if (progress == null) {
            return "NO_WORK";
        }
        if (total > 0 && Math.abs(done - total) < 1e-9) {
            return "DONE";
        }
        if (world.today.isAfter(due)) {
            return "OFF_TRACK";
        }
        if (expected < 0.1 - 1e-9) {
            return done == 0 && busy == 0 ? "NOT_STARTED" : "ON_TRACK";
        }
        double schedule = progress / expected + 1e-9;
        return schedule >= 0.9 ? "ON_TRACK" : schedule >= 0.7 ? "AT_RISK" : "OFF_TRACK";
    }

    private Numbers numbers(Set<WorkItem> items, Double progress, Double expected, LocalDate due) {
        double total = sum(items, null);
        double done = sum(items, StatusCategory.DONE);
        double busy = sum(items, StatusCategory.IN_PROGRESS);
        return new Numbers(
                total,
                done,
                busy,
                progress,
                expected,
                health(total, done, busy, progress, expected, due),
                (int) items.stream().filter(this::carries).count(),
                (int) items.stream()
                        .filter(this::carries)
                        .filter(item -> ownSize(item) == null)
                        .count(),
                (int) items.stream()
                        .filter(item -> cancelled(item) && level(item) >= 0)
                        .count());
    }

    Numbers of(WorkLink link) {
        Objective objective = objective(link.objective());
        Set<WorkItem> items = itemsOf(link);
        return numbers(items, share(items), expectedByDates(objective), due(objective));
    }

    Numbers of(Objective objective) {
        return numbers(itemsOf(objective), progress(objective), expected(objective), due(objective));
    }

    Numbers of(Theme theme) {
        Set<WorkItem> items = new HashSet<>();
        List<double[]> progress = new ArrayList<>();
        List<double[]> expected = new ArrayList<>();
        for (Objective each : world.objectives) {
            if (theme.key().equals(each.theme()) && each.parent() == null && takesPart(each)) {
                items.addAll(itemsOf(each));
                if (progress(each) != null) {
                    progress.add(new double[] {each.weight(), progress(each)});
                    expected.add(new double[] {each.weight(), expected(each)});
                }
            }
        }
        return numbers(items, mean(progress), mean(expected), plan.end());
    }

    Numbers ofPlan() {
        Set<WorkItem> items = new HashSet<>();
        List<double[]> progress = new ArrayList<>();
        List<double[]> expected = new ArrayList<>();
        for (Theme theme : world.themes) {
            if (theme.plan().equals(plan.key())) {
                Numbers numbers = of(theme);
                world.objectives.stream()
                        .filter(each -> theme.key().equals(each.theme()) && each.parent() == null && takesPart(each))
                        .forEach(each -> items.addAll(itemsOf(each)));
                if (numbers.progress() != null) {
                    progress.add(new double[] {theme.weight(), numbers.progress()});
                    expected.add(new double[] {theme.weight(), numbers.expected()});
                }
            }
        }
        return numbers(items, mean(progress), mean(expected), plan.end());
    }
}

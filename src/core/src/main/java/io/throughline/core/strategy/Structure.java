package io.throughline.core.strategy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Who is whose child. Built once with the model, from maps that are already in order. */
final class Structure {
    private static final Comparator<Theme> THEME_ORDER =
            Comparator.comparingInt(Theme::position).thenComparing(Theme::key, Ordered.KEYS);
    private static final Comparator<Objective> OBJECTIVE_ORDER =
            Comparator.comparingInt(Objective::position).thenComparing(Objective::key, Ordered.KEYS);

    final Map<String, List<Theme>> themesByPlan;
    final Map<String, List<Objective>> objectivesByTheme;
    final Map<String, List<Objective>> objectivesByParent;
    final Map<String, List<Kpi>> kpisByObjective;
    final Map<String, List<WorkLink>> linksByObjective;
    final Map<String, List<Contribution>> contributionsTo;
    final Map<String, List<Contribution>> contributionsFrom;
    final Map<String, List<Actual>> actualsByKpi;
    final List<Contribution> broken;
    final Map<String, String> themeOfObjective;

    /** @param last of the model before, whose unchanged parts are shared; null to make everything */
    Structure(StrategyModel model, StrategyBuilder from, @Nullable Structure last) {
        themesByPlan = last == null || from.makes(Part.THEMES)
                ? group(model.themes(), theme -> true, Theme::plan, THEME_ORDER)
                : last.themesByPlan;
        objectivesByTheme = last == null || from.makes(Part.OBJECTIVES)
                ? group(model.objectives(), each -> each.parent() == null, Objective::theme, OBJECTIVE_ORDER)
                : last.objectivesByTheme;
        objectivesByParent = last == null || from.makes(Part.OBJECTIVES)
                ? group(model.objectives(), each -> each.parent() != null, Objective::parent, OBJECTIVE_ORDER)
                : last.objectivesByParent;
        kpisByObjective = last == null || from.makes(Part.KPIS)
                ? group(
                        model.kpis(),
                        each -> each.objective() != null,
                        Kpi::objective,
                        Comparator.comparing(Kpi::key, Ordered.KEYS))
                : last.kpisByObjective;
        linksByObjective = last == null || from.makes(Part.LINKS)
                ? group(model.links(), each -> true, WorkLink::objective, Comparator.comparingLong(WorkLink::id))
                : last.linksByObjective;
        actualsByKpi = actuals(from, last);
        if (last == null || from.makes(Part.OBJECTIVES) || from.makes(Part.THEMES)) {
            themeOfObjective = new HashMap<>();
            for (Theme theme : model.themes()) {
                objectivesByTheme
                        .getOrDefault(theme.key(), List.of())
                        .forEach(objective -> placeUnder(theme.key(), objective));
            }
        } else {
            themeOfObjective = last.themeOfObjective;
        }
        if (last == null || from.makes(Part.OBJECTIVES) || from.makes(Part.CONTRIBUTIONS)) {
            contributionsTo = new HashMap<>();
            contributionsFrom = new HashMap<>();
            broken = new ArrayList<>();
            model.contributions().forEach(each -> accept(each, model));
        } else {
            contributionsTo = last.contributionsTo;
            contributionsFrom = last.contributionsFrom;
            broken = last.broken;
        }
    }

    private static Map<String, List<Actual>> actuals(StrategyBuilder from, @Nullable Structure last) {
        Comparator<Actual> newestFirst = Comparator.comparing(Actual::period).reversed();
        if (last == null || from.makes(Part.ACTUALS)) {
            return group(from.actuals, each -> true, Actual::kpi, newestFirst);
        }
        if (from.actualsOf.isEmpty()) {
            return last.actualsByKpi;
        }
        Map<String, List<Actual>> changed = new HashMap<>(last.actualsByKpi);
        from.actualsOf.forEach(
                (kpi, all) -> changed.put(kpi, all.stream().sorted(newestFirst).toList()));
        return changed;
    }

    private void placeUnder(String theme, Objective objective) {
        themeOfObjective.put(objective.key(), theme);
        objectivesByParent.getOrDefault(objective.key(), List.of()).forEach(below -> placeUnder(theme, below));
    }

    private void accept(Contribution each, StrategyModel model) {
        boolean endsExist = model.objective(each.from()).isPresent()
                && model.objective(each.to()).isPresent();
        if (!endsExist || ring(each.from(), each.to()).isPresent()) {
            broken.add(each);
            return;
        }
        contributionsTo.computeIfAbsent(each.to(), to -> new ArrayList<>()).add(each);
        contributionsFrom
                .computeIfAbsent(each.from(), from -> new ArrayList<>())
                .add(each);
    }

    /** See {@link StrategyModel#ring}. */
    Optional<List<String>> ring(String child, String parent) {
        List<String> path = new ArrayList<>();
        if (!descend(child, parent, path, new HashSet<>())) {
            return Optional.empty();
        }
        path.add(child);
        return Optional.of(List.copyOf(path));
    }

    private boolean descend(String at, String wanted, List<String> path, Set<String> seen) {
        if (!seen.add(at)) {
            return false;
        }
        path.add(at);
        if (at.equals(wanted)) {
            return true;
        }
        for (Objective below : objectivesByParent.getOrDefault(at, List.of())) {
            if (descend(below.key(), wanted, path, seen)) {
                return true;
            }
        }
        for (Contribution below : contributionsTo.getOrDefault(at, List.of())) {
            if (descend(below.from(), wanted, path, seen)) {
                return true;
            }
        }
        path.remove(path.size() - 1);
        return false;
    }

    private static <T> Map<String, List<T>> group(
            Collection<T> all, Predicate<T> taken, Function<T, @Nullable String> by, Comparator<T> order) {
        Map<String, List<T>> groups = new LinkedHashMap<>();
        for (T each : all) {
            String key = by.apply(each);
            if (key != null && taken.test(each)) {
                groups.computeIfAbsent(key, k -> new ArrayList<>()).add(each);
            }
        }
        groups.replaceAll((key, members) -> members.stream().sorted(order).toList());
        return groups;
    }
}

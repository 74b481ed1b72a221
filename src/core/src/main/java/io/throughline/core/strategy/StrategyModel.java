package io.throughline.core.strategy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The whole strategy at one version: immutable, indexed by key, children in order.
 *
 * <p>Built by {@link #builder(long)} from lists in any order; equal content gives the same answers. Objects whose
 * parent is missing are found by key but are in no plan; so is everything in a ring of parents. A contribution that
 * would close a ring is left out of {@link #contributionsTo} and named in {@link #brokenContributions}, the younger one
 * losing: the write path refuses rings ({@link #ring}), this only keeps damaged data from hanging a reader.
 */
public final class StrategyModel {
    private final long version;
    private final Map<String, Plan> plans;
    private final Map<String, Theme> themes;
    private final Map<String, Objective> objectives;
    private final Map<String, Kpi> kpis;
    private final Map<Long, WorkLink> links;
    private final Map<Long, Contribution> contributions;
    private final Map<Long, Cause> causes;
    private final Map<Long, Exemption> exemptions;
    private final Structure structure;

    StrategyModel(StrategyBuilder from) {
        version = from.version;
        StrategyModel last = from.before;
        plans = last == null || from.makes(Part.PLANS) ? Ordered.byKey(from.plans, Plan::key) : last.plans;
        themes = last == null || from.makes(Part.THEMES) ? Ordered.byKey(from.themes, Theme::key) : last.themes;
        objectives = last == null || from.makes(Part.OBJECTIVES)
                ? Ordered.byKey(from.objectives, Objective::key)
                : last.objectives;
        kpis = last == null || from.makes(Part.KPIS) ? Ordered.byKey(from.kpis, Kpi::key) : last.kpis;
        links = last == null || from.makes(Part.LINKS) ? Ordered.byId(from.links, WorkLink::id) : last.links;
        contributions = last == null || from.makes(Part.CONTRIBUTIONS)
                ? Ordered.byId(from.contributions, Contribution::id)
                : last.contributions;
        causes = last == null || from.makes(Part.CAUSES) ? Ordered.byId(from.causes, Cause::id) : last.causes;
        exemptions = last == null || from.makes(Part.EXEMPTIONS)
                ? Ordered.byId(from.exemptions, Exemption::id)
                : last.exemptions;
        structure = new Structure(this, from, last == null ? null : last.structure);
    }

    /** A strategy without anything in it, at version 0. */
    public static StrategyModel empty() {
        return builder(0).build();
    }

    /** Starts a model that will carry {@code version}. */
    public static StrategyBuilder builder(long version) {
        return new StrategyBuilder(version, null);
    }

    /**
     * Starts a model like this one that will carry {@code version}. A kind that is given, is given whole; what is not
     * given is shared, so the change costs what it touches.
     */
    public StrategyBuilder next(long newVersion) {
        return new StrategyBuilder(newVersion, this);
    }

    /** Which state of the strategy this is; two models of one store with the same version are equal. */
    public long version() {
        return version;
    }

    /** All plans, by key: PLAN-2 before PLAN-10. */
    public Collection<Plan> plans() {
        return plans.values();
    }

    /** All themes, by key. */
    public Collection<Theme> themes() {
        return themes.values();
    }

    /** All objectives, by key. */
    public Collection<Objective> objectives() {
        return objectives.values();
    }

    /** All KPIs, by key. */
    public Collection<Kpi> kpis() {
        return kpis.values();
    }

    /** All work links, oldest first. */
    public Collection<WorkLink> links() {
        return links.values();
    }

    /** All contributions, oldest first, broken ones too. */
    public Collection<Contribution> contributions() {
        return contributions.values();
    }

    /** All arrows of the strategy map, oldest first. */
    public Collection<Cause> causes() {
        return causes.values();
    }

    /** All exemptions, oldest first, expired ones too. */
    public Collection<Exemption> exemptions() {
        return exemptions.values();
    }

    public Optional<Plan> plan(String key) {
        return Optional.ofNullable(plans.get(key));
    }

    public Optional<Theme> theme(String key) {
        return Optional.ofNullable(themes.get(key));
    }

    public Optional<Objective> objective(String key) {
        return Optional.ofNullable(objectives.get(key));
    }

    public Optional<Kpi> kpi(String key) {
        return Optional.ofNullable(kpis.get(key));
    }

    public Optional<WorkLink> link(long id) {
        return Optional.ofNullable(links.get(id));
    }

    public Optional<Contribution> contribution(long id) {
        return Optional.ofNullable(contributions.get(id));
    }

    public Optional<Cause> cause(long id) {
        return Optional.ofNullable(causes.get(id));
    }

    public Optional<Exemption> exemption(long id) {
        return Optional.ofNullable(exemptions.get(id));
    }

    /** The themes of a plan, by position, then key; empty for an unknown plan. */
    public List<Theme> themesOf(String planKey) {
        return structure.themesByPlan.getOrDefault(planKey, List.of());
    }

    /** The objectives directly under a theme, by position, then key. */
    public List<Objective> objectivesOf(String themeKey) {
        return structure.objectivesByTheme.getOrDefault(themeKey, List.of());
    }

    /** The objectives directly under an objective, by position, then key; contributions are not among them. */
    public List<Objective> subObjectivesOf(String objectiveKey) {
        return structure.objectivesByParent.getOrDefault(objectiveKey, List.of());
    }

    /** The KPIs of an objective, by key. */
    public List<Kpi> kpisOf(String objectiveKey) {
        return structure.kpisByObjective.getOrDefault(objectiveKey, List.of());
    }

    /** The links of an objective, oldest first. */
    public List<WorkLink> linksOf(String objectiveKey) {
        return structure.linksByObjective.getOrDefault(objectiveKey, List.of());
    }

    /** What counts as a sub-objective of this one from elsewhere, oldest first; both ends exist, no rings. */
    public List<Contribution> contributionsTo(String objectiveKey) {
        return structure.contributionsTo.getOrDefault(objectiveKey, List.of());
    }

    /** Where this objective counts besides its own place, oldest first. */
    public List<Contribution> contributionsFrom(String objectiveKey) {
        return structure.contributionsFrom.getOrDefault(objectiveKey, List.of());
    }

    /** Contributions left out because they close a ring or an end is missing, oldest first. */
    public List<Contribution> brokenContributions() {
        return structure.broken;
    }

    /** The actuals of a KPI, newest period first. */
    public List<Actual> actualsOf(String kpiKey) {
        return structure.actualsByKpi.getOrDefault(kpiKey, List.of());
    }

    /** The plan in which a theme or objective (or the objective of a KPI, or the plan itself) is. */
    public Optional<Plan> planOf(String key) {
        if (plans.containsKey(key)) {
            return plan(key);
        }
        Kpi kpi = kpis.get(key);
        if (kpi != null) {
            return kpi.objective() == null ? Optional.empty() : planOf(kpi.objective());
        }
        Theme theme = themes.containsKey(key) ? themes.get(key) : themeOf(key).orElse(null);
        return theme == null ? Optional.empty() : plan(theme.plan());
    }

    /** The theme in which an objective is, however deep; empty where a parent is missing. */
    public Optional<Theme> themeOf(String objectiveKey) {
        return Optional.ofNullable(structure.themeOfObjective.get(objectiveKey)).flatMap(this::theme);
    }

    /** Every objective in a plan, each before its sub-objectives, in the order of the tree. */
    public List<Objective> objectivesIn(String planKey) {
        List<Objective> found = new ArrayList<>();
        for (Theme theme : themesOf(planKey)) {
            objectivesOf(theme.key()).forEach(objective -> addWithBelow(objective, found));
        }
        return found;
    }

    private void addWithBelow(Objective objective, List<Objective> found) {
        found.add(objective);
        subObjectivesOf(objective.key()).forEach(below -> addWithBelow(below, found));
    }

    /**
     * The first day of an objective's work: its own, else the nearest given one above it, else the plan's; each date by
     * itself. Empty only for an objective in no plan.
     */
    public Optional<LocalDate> startOf(String objectiveKey) {
        for (Objective at = objectives.get(objectiveKey); at != null; at = above(at)) {
            if (at.start() != null) {
                return Optional.of(at.start());
            }
        }
        return planOf(objectiveKey).map(Plan::start);
    }

    /** The last day of an objective's work, found like {@link #startOf}. */
    public Optional<LocalDate> dueOf(String objectiveKey) {
        for (Objective at = objectives.get(objectiveKey); at != null; at = above(at)) {
            if (at.due() != null) {
                return Optional.of(at.due());
            }
        }
        return planOf(objectiveKey).map(Plan::end);
    }

    private @Nullable Objective above(Objective of) {
        boolean inARing = !structure.themeOfObjective.containsKey(of.key());
        return of.parent() == null || inARing ? null : objectives.get(of.parent());
    }

    /**
     * The ring that would close if {@code child} counted below {@code parent}, as a sub-objective or by contribution.
     *
     * @return keys from {@code child} down to {@code parent} and back to {@code child} (OBJ-1, OBJ-4, OBJ-1), empty if
     *     there would be none
     */
    public Optional<List<String>> ring(String child, String parent) {
        return structure.ring(child, parent);
    }

    /** How many objects of each kind there are; for logs. */
    @Override
    public String toString() {
        Map<String, Integer> counts = new HashMap<>();
        counts.put("plans", plans.size());
        counts.put("objectives", objectives.size());
        counts.put("links", links.size());
        return "StrategyModel v" + version + " " + counts;
    }
}

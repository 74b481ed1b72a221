package io.throughline.core.strategy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Collects a strategy, in any order, and builds the {@link StrategyModel}. Started from a model it shares with that one
 * whatever is not given anew, so that a change costs what it touches and not the whole strategy.
 */
public final class StrategyBuilder {
    final long version;
    final @Nullable StrategyModel before;
    final Set<Part> given = EnumSet.noneOf(Part.class);
    final Map<String, List<Actual>> actualsOf = new HashMap<>();
    final List<Plan> plans = new ArrayList<>();
    final List<Theme> themes = new ArrayList<>();
    final List<Objective> objectives = new ArrayList<>();
    final List<Kpi> kpis = new ArrayList<>();
    final List<Actual> actuals = new ArrayList<>();
    final List<WorkLink> links = new ArrayList<>();
    final List<Contribution> contributions = new ArrayList<>();
    final List<Cause> causes = new ArrayList<>();
    final List<Exemption> exemptions = new ArrayList<>();

    /** @param before what is shared where nothing is given; null for nothing */
    StrategyBuilder(long version, @Nullable StrategyModel before) {
        this.version = version;
        this.before = before;
    }

    /** Whether a kind is made anew. */
    boolean makes(Part part) {
        return before == null || given.contains(part);
    }

    public StrategyBuilder plans(Collection<Plan> more) {
        given.add(Part.PLANS);
        plans.addAll(more);
        return this;
    }

    public StrategyBuilder themes(Collection<Theme> more) {
        given.add(Part.THEMES);
        themes.addAll(more);
        return this;
    }

    public StrategyBuilder objectives(Collection<Objective> more) {
        given.add(Part.OBJECTIVES);
        objectives.addAll(more);
        return this;
    }

    public StrategyBuilder kpis(Collection<Kpi> more) {
        given.add(Part.KPIS);
        kpis.addAll(more);
        return this;
    }

    public StrategyBuilder actuals(Collection<Actual> more) {
        given.add(Part.ACTUALS);
        actuals.addAll(more);
        return this;
    }

    /** All actuals of one KPI; those of others stay as they were. */
    public StrategyBuilder actualsOf(String kpi, List<Actual> all) {
        actualsOf.put(kpi, List.copyOf(all));
        return this;
    }

    public StrategyBuilder links(Collection<WorkLink> more) {
        given.add(Part.LINKS);
        links.addAll(more);
        return this;
    }

    public StrategyBuilder contributions(Collection<Contribution> more) {
        given.add(Part.CONTRIBUTIONS);
        contributions.addAll(more);
        return this;
    }

    public StrategyBuilder causes(Collection<Cause> more) {
        given.add(Part.CAUSES);
        causes.addAll(more);
        return this;
    }

    public StrategyBuilder exemptions(Collection<Exemption> more) {
        given.add(Part.EXEMPTIONS);
        exemptions.addAll(more);
        return this;
    }

    /**
     * The model of what was collected.
     *
     * @throws IllegalArgumentException if two objects of a kind have the same key or id
     */
    public StrategyModel build() {
        return new StrategyModel(this);
    }
}

package io.throughline.core.strategy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Collects a strategy, in any order, and builds the {@link StrategyModel}. */
public final class StrategyBuilder {
    final long version;
    final List<Plan> plans = new ArrayList<>();
    final List<Theme> themes = new ArrayList<>();
    final List<Objective> objectives = new ArrayList<>();
    final List<Kpi> kpis = new ArrayList<>();
    final List<Actual> actuals = new ArrayList<>();
    final List<WorkLink> links = new ArrayList<>();
    final List<Contribution> contributions = new ArrayList<>();
    final List<Cause> causes = new ArrayList<>();

    StrategyBuilder(long version) {
        this.version = version;
    }

    public StrategyBuilder plans(Collection<Plan> more) {
        plans.addAll(more);
        return this;
    }

    public StrategyBuilder themes(Collection<Theme> more) {
        themes.addAll(more);
        return this;
    }

    public StrategyBuilder objectives(Collection<Objective> more) {
        objectives.addAll(more);
        return this;
    }

    public StrategyBuilder kpis(Collection<Kpi> more) {
        kpis.addAll(more);
        return this;
    }

    public StrategyBuilder actuals(Collection<Actual> more) {
        actuals.addAll(more);
        return this;
    }

    public StrategyBuilder links(Collection<WorkLink> more) {
        links.addAll(more);
        return this;
    }

    public StrategyBuilder contributions(Collection<Contribution> more) {
        contributions.addAll(more);
        return this;
    }

    public StrategyBuilder causes(Collection<Cause> more) {
        causes.addAll(more);
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

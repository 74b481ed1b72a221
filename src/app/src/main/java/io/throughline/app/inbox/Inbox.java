package io.throughline.app.inbox;

import io.throughline.app.inbox.Due.What;
import io.throughline.app.store.Delegation;
import io.throughline.core.measures.KpiScore;
import io.throughline.core.measures.Periods;
import io.throughline.core.strategy.Actual;
import io.throughline.core.strategy.Attestation;
import io.throughline.core.strategy.Kpi;
import io.throughline.core.strategy.KpiSource;
import io.throughline.core.strategy.Objective;
import io.throughline.core.strategy.ObjectiveState;
import io.throughline.core.strategy.Plan;
import io.throughline.core.strategy.PlanState;
import io.throughline.core.strategy.StrategyModel;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What is owed on one day. Only plans and objectives that are active owe anything, and only people enter values. */
public final class Inbox {
    private final StrategyModel model;
    private final LocalDate today;

    public Inbox(StrategyModel model, LocalDate today) {
        this.model = model;
        this.today = today;
    }

    /**
     * For whom somebody acts on a day: themselves, and whoever asked them to stand in. Who is deactivated has no right
     * left that another could use.
     *
     * @param isActive by user key
     */
    public static Set<String> owners(
            String user, Collection<Delegation> delegations, LocalDate day, Predicate<String> isActive) {
        Set<String> owners = new HashSet<>(Set.of(user));
        for (Delegation each : delegations) {
            if (each.to().equals(user) && each.holdsOn(day) && isActive.test(each.owner())) {
                owners.add(each.owner());
            }
        }
        return owners;
    }

    /** Everything that these people owe: what is longest late first, then what is due next. */
    public List<Due> of(Set<String> owners) {
        List<Due> all = new ArrayList<>();
        for (Kpi kpi : model.kpis()) {
            String owner = kpi.owner();
            if (owner != null && owners.contains(owner) && isAlive(kpi)) {
                value(kpi, owner).ifPresent(all::add);
                attestation(kpi, owner).ifPresent(all::add);
            }
        }
        for (Objective objective : model.objectives()) {
            String owner = objective.owner();
            if (owner != null && owners.contains(owner) && isActive(objective.key())) {
                decision(objective, owner).ifPresent(all::add);
            }
        }
        all.sort(Comparator.comparing(Due::what)
                .thenComparing(due -> due.since() == null ? due.day() : due.since())
                .thenComparing(Due::day));
        return all;
    }

    private Optional<Due> value(Kpi kpi, String owner) {
        if (!(kpi.source() instanceof KpiSource.Manual)) {
            return Optional.empty();
        }
        List<Actual> actuals = model.actualsOf(kpi.key());
        LocalDate owed =
                KpiScore.owedPeriod(kpi, actuals, model.planOf(kpi.key()).orElse(null));
        if (owed == null) {
            return Optional.empty();
        }
        if (today.isAfter(owed)) {
            return Optional.of(
                    new Due(What.OVERDUE, kpi, above(kpi), owed, owed.plusDays(1), missing(kpi, owed), owner));
        }
        boolean isNow = owed.equals(Periods.endOf(kpi.frequency(), today));
        return isNow ? Optional.of(new Due(What.DUE, kpi, above(kpi), owed, null, 0, owner)) : Optional.empty();
    }

    private int missing(Kpi kpi, LocalDate owed) {
        int missing = 0;
        for (LocalDate end = owed; end.isBefore(today); end = Periods.endAfter(kpi.frequency(), end)) {
            missing++;
        }
        return missing;
    }

    private Optional<Due> attestation(Kpi kpi, String owner) {
        List<Actual> actuals = model.actualsOf(kpi.key());
        if (kpi.attestation() != Attestation.OWNER
                || actuals.isEmpty()
                || actuals.get(0).isAttested()) {
            return Optional.empty();
        }
        return Optional.of(
                new Due(What.UNATTESTED, kpi, above(kpi), actuals.get(0).period(), null, 0, owner));
    }

    private Optional<Due> decision(Objective objective, String owner) {
        return model.dueOf(objective.key())
                .filter(today::isAfter)
                .map(due -> new Due(What.DECISION, null, objective, due, due.plusDays(1), 0, owner));
    }

    private @Nullable Objective above(Kpi kpi) {
        return Optional.ofNullable(kpi.objective()).flatMap(model::objective).orElse(null);
    }

    /** A KPI under no objective is alive: somebody keeps it for a reason. */
    private boolean isAlive(Kpi kpi) {
        return kpi.objective() == null || isActive(kpi.objective());
    }

    private boolean isActive(String objective) {
        Optional<Plan> plan = model.planOf(objective);
        if (plan.isEmpty() || plan.get().state() != PlanState.ACTIVE) {
            return false;
        }
        String at = objective;
        while (at != null) {
            Optional<Objective> present = model.objective(at);
            if (present.isEmpty() || present.get().state() != ObjectiveState.ACTIVE) {
                return false;
            }
            at = present.get().parent();
        }
        return true;
    }
}

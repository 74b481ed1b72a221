package io.throughline.core.formula;

import io.throughline.core.measures.KpiScore;
import io.throughline.core.measures.Periods;
import io.throughline.core.strategy.Actual;
import io.throughline.core.strategy.Kpi;
import io.throughline.core.strategy.KpiSource;
import io.throughline.core.strategy.Plan;
import io.throughline.core.strategy.StrategyBuilder;
import io.throughline.core.strategy.StrategyModel;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Gives the KPIs that have a formula their actuals.
 *
 * <p>A formula has a value for each period of its own KPI that has ended by the newest actual of what it names. For such a
 * period P each named KPI counts with its newest actual whose period ends at P or before, and is N/A if that one is stale
 * at P; a period whose value is N/A has no actual. A monthly {@code KPI-1 / KPI-2} over a monthly KPI-1 (31 May: 30, 30
 * June: 33) and a quarterly KPI-2 (31 March: 10) has 3 for 31 May and 3.3 for 30 June.
 *
 * <p>A computed actual was entered by nobody, at the instant of the newest of its inputs. It is never stored: it follows
 * from the inputs, so it cannot be out of date and needs no attestation of its own. Computed KPIs in a ring have none.
 */
public final class ComputedActuals {
    private final StrategyModel model;
    private final FormulaNet net;
    private final Map<String, List<Actual>> computed = new HashMap<>();

    private ComputedActuals(StrategyModel model, FormulaNet net) {
        this.model = model;
        this.net = net;
    }

    /** The same strategy, in which every computed KPI has the actuals that follow from the others', and no others. */
    public static StrategyModel in(StrategyModel model) {
        FormulaNet net = new FormulaNet(model);
        StrategyBuilder next = model.next(model.version());
        boolean any = false;
        ComputedActuals actuals = new ComputedActuals(model, net);
        for (Kpi kpi : model.kpis()) {
            if (kpi.source() instanceof KpiSource.Formula) {
                next.actualsOf(kpi.key(), actuals.of(kpi));
                any = true;
            }
        }
        return any ? next.build() : model;
    }

    /** Newest first; empty while it is being computed, which ends every ring. */
    private List<Actual> of(Kpi kpi) {
        List<Actual> known = computed.get(kpi.key());
        if (known != null) {
            return known;
        }
        computed.put(kpi.key(), List.of());
        Optional<Formula> formula = net.of(kpi.key());
        boolean hasValues =
                formula.isPresent() && net.ring(kpi.key(), formula.get()).isEmpty();
        List<Actual> actuals = hasValues ? compute(kpi, formula.get()) : List.of();
        computed.put(kpi.key(), actuals);
        return actuals;
    }

    private List<Actual> compute(Kpi kpi, Formula formula) {
        List<Input> inputs = new ArrayList<>();
        for (String key : formula.keys()) {
            model.kpi(key).ifPresent(input -> inputs.add(new Input(input, actuals(input), plan(input))));
        }
        LocalDate first = edge(inputs, Comparator.naturalOrder());
        LocalDate last = edge(inputs, Comparator.reverseOrder());
        List<Actual> actuals = new ArrayList<>();
        if (first == null || last == null) {
            return actuals;
        }
        LocalDate end = Periods.endOf(kpi.frequency(), first);
        while (!end.isAfter(last)) {
            Actual actual = at(end, kpi, formula, inputs);
            if (actual != null) {
                actuals.add(0, actual);
            }
            end = Periods.endAfter(kpi.frequency(), end);
        }
        return actuals;
    }

    private List<Actual> actuals(Kpi input) {
        return input.source() instanceof KpiSource.Formula ? of(input) : model.actualsOf(input.key());
    }

    private @Nullable Plan plan(Kpi kpi) {
        return model.planOf(kpi.key()).orElse(null);
    }

    /** The first period in an order; null where no input has any actual. */
    private static @Nullable LocalDate edge(List<Input> inputs, Comparator<LocalDate> order) {
        return inputs.stream()
                .flatMap(input -> input.actuals().stream())
                .map(Actual::period)
                .min(order)
                .orElse(null);
    }

    private static @Nullable Actual at(LocalDate end, Kpi kpi, Formula formula, List<Input> inputs) {
        Map<String, Actual> counting = new HashMap<>();
        for (Input input : inputs) {
            Actual newest = input.at(end);
            if (newest != null) {
                counting.put(input.kpi().key(), newest);
            }
        }
        Double value = formula.value(
                key -> counting.containsKey(key) ? counting.get(key).value() : null);
        if (value == null) {
            return null;
        }
        Instant entered = counting.values().stream()
                .map(Actual::enteredAt)
                .max(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);
        return new Actual(kpi.key(), end, value, null, null, entered, null, null, null, 1);
    }

    /**
     * The actual of a named KPI that counts for a period of the KPI that names it.
     *
     * @return null where it has none yet, or a stale one: N/A
     */
    public static @Nullable Actual counting(StrategyModel model, Kpi input, LocalDate periodEnd) {
        return new Input(
                        input,
                        model.actualsOf(input.key()),
                        model.planOf(input.key()).orElse(null))
                .at(periodEnd);
    }

    /** A named KPI with its actuals, newest first. */
    private record Input(
            Kpi kpi, List<Actual> actuals, @Nullable Plan plan) {
        @Nullable
        Actual at(LocalDate end) {
            for (Actual each : actuals) {
                if (!each.period().isAfter(end)) {
                    return KpiScore.isStale(kpi, each, plan, end) ? null : Objects.requireNonNull(each);
                }
            }
            return null;
        }
    }
}

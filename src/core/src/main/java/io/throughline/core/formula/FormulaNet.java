package io.throughline.core.formula;

import io.throughline.core.strategy.Kpi;
import io.throughline.core.strategy.KpiSource;
import io.throughline.core.strategy.StrategyModel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which KPI is computed from which. */
public final class FormulaNet {
    private final Map<String, Formula> formulas = new HashMap<>();

    public FormulaNet(StrategyModel model) {
        for (Kpi kpi : model.kpis()) {
            if (kpi.source() instanceof KpiSource.Formula source) {
                read(source.formula()).ifPresent(formula -> formulas.put(kpi.key(), formula));
            }
        }
    }

    /** What was refused on write cannot be here; if it is, the KPI has no values. */
    private static Optional<Formula> read(String text) {
        try {
            return Optional.of(Formula.parse(text));
        } catch (FormulaException e) {
            return Optional.empty();
        }
    }

    /** The formula of a KPI; empty for one that is not computed. */
    public Optional<Formula> of(String kpi) {
        return Optional.ofNullable(formulas.get(kpi));
    }

    /** The keys of all KPIs whose formulas name this one, in no order. */
    public Set<String> usersOf(String kpi) {
        Set<String> users = new HashSet<>();
        formulas.forEach((key, formula) -> {
            if (formula.keys().contains(kpi)) {
                users.add(key);
            }
        });
        return users;
    }

    /**
     * The ring that would close if a KPI had this formula.
     *
     * @return keys from the KPI along what each is computed from and back: KPI-1, KPI-2, KPI-1; empty if there would be
     *     none
     */
    public Optional<List<String>> ring(String kpi, Formula formula) {
        List<String> path = new ArrayList<>(List.of(kpi));
        Set<String> seen = new HashSet<>();
        for (String input : formula.keys()) {
            if (leadsTo(input, kpi, path, seen)) {
                return Optional.of(List.copyOf(path));
            }
        }
        return Optional.empty();
    }

    private boolean leadsTo(String at, String wanted, List<String> path, Set<String> seen) {
        path.add(at);
        if (at.equals(wanted)) {
            return true;
        }
        if (seen.add(at)) {
            for (String input : of(at).map(Formula::keys).orElse(Set.of())) {
                if (leadsTo(input, wanted, path, seen)) {
                    return true;
                }
            }
        }
        path.remove(path.size() - 1);
        return false;
    }

    /** The keys of all computed KPIs, in no order. */
    public Set<String> keys() {
        return Set.copyOf(formulas.keySet());
    }
}

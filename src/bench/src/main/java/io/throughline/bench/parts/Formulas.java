package io.throughline.bench.parts;

import io.throughline.core.formula.Formula;
import io.throughline.core.formula.FormulaException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A KPI that is computed from others. */
public class Formulas {
    /** A formula of three KPIs. */
    @State(Scope.Thread)
    public static class Rate {
        // neither is final: a compiler may compute with constants beforehand
        private String text = "round(100 * (KPI-2 - KPI-3) / max(KPI-4, 1), 1)";
        private Map<String, Double> values = Map.of("KPI-2", 15.2, "KPI-3", 3.1, "KPI-4", 80.0);
        private Formula parsed;

        /** Reads it. */
        @Setup
        public void parse() throws FormulaException {
            parsed = Formula.parse(text);
        }
    }

    @Benchmark
    @Words("reading a formula of three KPIs, three operators and two functions")
    public Formula parse(Rate rate) throws FormulaException {
        return Formula.parse(rate.text);
    }

    @Benchmark
    @Words("its value")
    public @Nullable Double value(Rate rate) {
        return rate.parsed.value(rate.values::get);
    }
}

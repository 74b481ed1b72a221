package io.throughline.core.explain;

import io.throughline.core.formula.Formula;
import io.throughline.core.formula.FormulaException;
import java.util.HashMap;
import java.util.Map;

/** Applies the formula of a derivation to its inputs, knowing nothing else of either. */
final class SecondExplanation {
    private SecondExplanation() {}

    /** The number that the formula gives. */
    static double recomputed(Derivation derivation) throws FormulaException {
        String formula = derivation.formula();
        double sum = 0;
        double weights = 0;
        double weighed = 0;
        Map<String, Double> named = new HashMap<>();
        for (Input input : derivation.inputs()) {
            double value = input.value() == null ? 0 : input.value();
            double weight = input.weight() == null ? 0 : input.weight();
            sum += value;
            weights += weight;
            weighed += weight * value;
            named.put(input.ref(), input.value());
        }
        if (formula.equals("sum(weight * value) / sum(weight)")) {
            return weighed / weights;
        }
        if (formula.equals("sum(value)")) {
            return sum;
        }
        return parsed(formula, named);
    }

    /** The words of a formula are made KPI keys, and the language of KPI formulas does the rest. */
    private static double parsed(String formula, Map<String, Double> named) throws FormulaException {
        String text = formula;
        Map<String, Double> values = new HashMap<>();
        int number = 900;
        for (Map.Entry<String, Double> each : named.entrySet()) {
            String key = each.getKey().startsWith("KPI-") ? each.getKey() : "KPI-" + ++number;
            text = text.replaceAll("\\b" + each.getKey() + "\\b(?!-)", key);
            values.put(key, each.getValue());
        }
        Double value = Formula.parse(text).value(values::get);
        if (value == null) {
            throw new AssertionError("no value: " + formula + " of " + named);
        }
        return value;
    }
}

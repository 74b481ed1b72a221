package io.throughline.core.formula;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A part of a formula that has a value, or none: null stands for N/A throughout, and so does what is not finite. */
sealed interface Term {
    /**
     * Its value.
     *
     * @param kpi the value of a KPI by key, null where it has none
     */
    @Nullable
    Double value(Function<String, @Nullable Double> kpi);

    /** Adds the keys of all KPIs it names. */
    void collect(Set<String> keys);

    /** A number as written. */
    record Constant(double number) implements Term {
        @Override
        public Double value(Function<String, @Nullable Double> kpi) {
            return number;
        }

        @Override
        public void collect(Set<String> keys) {
            // names none
        }
    }

    /** The value of a KPI. */
    record Reference(String key) implements Term {
        @Override
        public @Nullable Double value(Function<String, @Nullable Double> kpi) {
            return kpi.apply(key);
        }

        @Override
        public void collect(Set<String> keys) {
            keys.add(key);
        }
    }

    /** A term below zero. */
    record Negated(Term term) implements Term {
        @Override
        public @Nullable Double value(Function<String, @Nullable Double> kpi) {
            Double value = term.value(kpi);
            return value == null ? null : (Double) (-value);
        }

        @Override
        public void collect(Set<String> keys) {
            term.collect(keys);
        }
    }

    /**
     * Two terms and one of {@code + - * /} between them. A division by zero has no value.
     */
    record Pair(char sign, Term left, Term right) implements Term {
        @Override
        public @Nullable Double value(Function<String, @Nullable Double> kpi) {
            Double first = left.value(kpi);
            Double second = right.value(kpi);
            if (first == null || second == null) {
                return null;
            }
            double value = switch (sign) {
                case '+' -> first + second;
                case '-' -> first - second;
                case '*' -> first * second;
                default -> first / second;
            };
            return Double.isFinite(value) ? (Double) value : null;
        }

        @Override
        public void collect(Set<String> keys) {
            left.collect(keys);
            right.collect(keys);
        }
    }

    /** A function of the fixed list. */
    record Call(FormulaFunction function, List<Term> arguments) implements Term {
        @Override
        public @Nullable Double value(Function<String, @Nullable Double> kpi) {
            double[] values = new double[arguments.size()];
            for (int at = 0; at < values.length; at++) {
                Double value = arguments.get(at).value(kpi);
                if (value == null) {
                    return null;
                }
                values[at] = value;
            }
            double value = function.of(values);
            return Double.isFinite(value) ? (Double) value : null;
        }

        @Override
        public void collect(Set<String> keys) {
            arguments.forEach(each -> each.collect(keys));
        }
    }

    /** {@code if(left < right, then, otherwise)}: only the branch that is taken has to have a value. */
    record Choice(Comparison comparison, Term left, Term right, Term then, Term otherwise) implements Term {
        @Override
        public @Nullable Double value(Function<String, @Nullable Double> kpi) {
            Double first = left.value(kpi);
            Double second = right.value(kpi);
            if (first == null || second == null) {
                return null;
            }
            return (comparison.holds(first, second) ? then : otherwise).value(kpi);
        }

        @Override
        public void collect(Set<String> keys) {
            List.of(left, right, then, otherwise).forEach(each -> each.collect(keys));
        }
    }
}

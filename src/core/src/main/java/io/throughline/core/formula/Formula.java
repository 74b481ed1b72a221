package io.throughline.core.formula;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An expression over KPIs.
 *
 * <pre>
 * sum     = product { ("+" | "-") product }
 * product = sign { ("*" | "/") sign }
 * sign    = "-" sign | term
 * term    = number | "KPI-" digits | function "(" sum { "," sum } ")"
 *         | "if" "(" sum comparison sum "," sum "," sum ")" | "(" sum ")"
 * </pre>
 *
 * <p>Functions: {@code min max avg abs round if}, in any case. Comparisons: {@code < <= > >= = !=}. Numbers have a point.
 * {@code KPI-2-KPI-3} is a difference. Whatever needs a value that is missing, and every division by zero, is missing.
 *
 * <p>Example: {@code round(100 * KPI-2 / KPI-3, 1)} with 15.2 and 80 is 19.
 */
public final class Formula {
    /** Most characters. */
    public static final int LONGEST = 1_000;

    /** Most brackets inside each other. */
    public static final int DEEPEST = 50;

    private final String text;
    private final Term term;

    private Formula(String text, Term term) {
        this.text = text;
        this.term = term;
    }

    /**
     * Reads a formula.
     *
     * @throws FormulaException where the text is none, with the place
     */
    public static Formula parse(String text) throws FormulaException {
        if (text.length() > LONGEST) {
            throw new FormulaException(FormulaFault.TOO_LONG, LONGEST + 1, "");
        }
        return new Formula(text, new FormulaParser(text).parse());
    }

    /** The keys of all KPIs it names, in the order of their first mention. */
    public Set<String> keys() {
        Set<String> keys = new LinkedHashSet<>();
        term.collect(keys);
        return Collections.unmodifiableSet(keys);
    }

    /**
     * Its value.
     *
     * @param kpi the value of a KPI by key, null where it has none
     * @return null where a value is missing; else finite
     */
    public @Nullable Double value(Function<String, @Nullable Double> kpi) {
        return term.value(kpi);
    }

    /** As it was written. */
    @Override
    public String toString() {
        return text;
    }
}

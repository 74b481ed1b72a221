package io.throughline.core.formula;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The functions of formulas, but for {@code if}, whose first argument is a comparison. */
enum FormulaFunction {
    /** The least of one or more. */
    MIN(1, FormulaFunction.MANY),
    /** The greatest of one or more. */
    MAX(1, FormulaFunction.MANY),
    /** The mean of one or more. */
    AVG(1, FormulaFunction.MANY),
    /** Without its sign. */
    ABS(1, 1),
    /** To whole numbers, or to the decimals given second; halves go away from zero: {@code round(2.5)} is 3. */
    ROUND(1, 2);

    /** Most arguments of a function. */
    static final int MANY = 100;

    final int least;
    final int most;

    FormulaFunction(int least, int most) {
        this.least = least;
        this.most = most;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<FormulaFunction> named(String word) {
        return Arrays.stream(values())
                .filter(each -> each.word().equals(word.toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    double of(double[] values) {
        return switch (this) {
            case MIN -> Arrays.stream(values).min().orElse(Double.NaN);
            case MAX -> Arrays.stream(values).max().orElse(Double.NaN);
            case AVG -> Arrays.stream(values).average().orElse(Double.NaN);
            case ABS -> Math.abs(values[0]);
            case ROUND -> rounded(values[0], values.length > 1 ? values[1] : 0);
        };
    }

    private static double rounded(double value, double decimals) {
        // beyond 15 decimals a double has nothing to round
        int scale = (int) Math.max(-15, Math.min(15, decimals));
        return BigDecimal.valueOf(value).setScale(scale, RoundingMode.HALF_UP).doubleValue();
    }
}

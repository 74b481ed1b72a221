package io.throughline.app.edit;

import java.math.BigDecimal;

/**
 * The numbers a field takes.
 *
 * @param low least, or what must be exceeded
 * @param high most, included
 * @param open whether {@code low} itself is left out
 */
public record Range(double low, double high, boolean open) {
    /** Every weight: more than 0, so that no mean divides by nothing. */
    public static final Range WEIGHT = new Range(0, 1_000_000, true);
    /** A size of work: 0 is a size. */
    public static final Range SIZE = new Range(0, 1e9, false);
    /** A threshold of schedule or pace. */
    public static final Range THRESHOLD = new Range(0, 1, true);
    /** A measured value: any number of up to 15 digits before the point. */
    public static final Range MEASURE = new Range(-1e15, 1e15, false);
    /** A distance between measured values. */
    public static final Range DISTANCE = new Range(0, 1e15, true);

    boolean holds(double value) {
        return value <= high && (open ? value > low : value >= low);
    }

    String rule() {
        return open ? "above" : "from";
    }

    Object[] allowed() {
        return new Object[] {plain(low), plain(high)};
    }

    private static String plain(double bound) {
        return BigDecimal.valueOf(bound).stripTrailingZeros().toPlainString();
    }
}

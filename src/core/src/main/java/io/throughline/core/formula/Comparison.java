package io.throughline.core.formula;

/** How the condition of {@code if} compares. */
enum Comparison {
    // the longer signs first: the parser takes the first that fits
    AT_MOST("<="),
    AT_LEAST(">="),
    DIFFERS("!="),
    BELOW("<"),
    ABOVE(">"),
    EQUALS("=");

    final String sign;

    Comparison(String sign) {
        this.sign = sign;
    }

    boolean holds(double left, double right) {
        return switch (this) {
            case AT_MOST -> left <= right;
            case AT_LEAST -> left >= right;
            case DIFFERS -> left != right;
            case BELOW -> left < right;
            case ABOVE -> left > right;
            case EQUALS -> left == right;
        };
    }
}

package io.throughline.core.strategy;

/** Bounds that hold for every value; breaking one is a caller's bug, the REST edge has answered 400 before. */
final class Checks {
    private Checks() {}

    static void finite(double value, String name) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(name + " must be a finite number, was " + value);
        }
    }

    static void positive(double value, String name) {
        finite(value, name);
        if (value <= 0) {
            throw new IllegalArgumentException(name + " must be more than 0, was " + value);
        }
    }

    static String key(String value, String name) {
        if (value.isBlank()) {
            throw new IllegalArgumentException(name + " must not be blank");
        }
        return value;
    }
}

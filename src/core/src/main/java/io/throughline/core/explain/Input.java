package io.throughline.core.explain;

import org.jspecify.annotations.Nullable;

/**
 * What went into a number.
 *
 * @param ref key of an object, {@code link:17}, or a word of the formula
 * @param value its part; null where {@code text} says it
 * @param weight with which it counts; null where the formula has none
 * @param text a day or a word, where that says more than the number; null else
 */
public record Input(
        String ref,
        @Nullable Double value,
        @Nullable Double weight,
        @Nullable String text) {
    static Input of(String ref, @Nullable Double value) {
        return new Input(ref, value, null, null);
    }

    static Input of(String ref, double value, String text) {
        return new Input(ref, value, null, text);
    }

    static Input weighed(String ref, double value, double weight) {
        return new Input(ref, value, weight, null);
    }

    static Input word(String ref, String text) {
        return new Input(ref, null, null, text);
    }
}

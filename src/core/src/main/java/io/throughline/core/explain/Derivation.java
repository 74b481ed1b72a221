package io.throughline.core.explain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One number, taken apart.
 *
 * @param value the number as every page shows it; null where it is unknown, or where {@code word} is the answer
 * @param word a health, a signal, a day; null for numbers
 * @param rule how it follows from the inputs
 * @param formula in the words of the inputs, the same in every language
 * @param inputs what went in
 * @param leftOut what did not, and why
 */
public record Derivation(
        @Nullable Double value,
        @Nullable String word,
        Rule rule,
        String formula,
        List<Input> inputs,
        List<LeftOut> leftOut) {
    public Derivation {
        inputs = List.copyOf(inputs);
        leftOut = List.copyOf(leftOut);
    }

    /**
     * What one input adds to a mean: {@code weight * value / sum(weight)}; weights 2 and 1 with 0.3 and 0.6 add 0.2 each.
     *
     * @return null where the rule is no mean
     */
    public @Nullable Double adds(Input input) {
        Double value = input.value();
        Double weight = input.weight();
        if (rule != Rule.MEAN || value == null || weight == null) {
            return null;
        }
        double all = 0;
        for (Input each : inputs) {
            all += each.weight() == null ? 0 : each.weight();
        }
        return weight * value / all;
    }

    static Derivation number(@Nullable Double value, Rule rule, List<Input> inputs, List<LeftOut> leftOut) {
        return new Derivation(value, null, rule, rule.formula(), inputs, leftOut);
    }

    static Derivation number(@Nullable Double value, Rule rule, Input... inputs) {
        return number(value, rule, List.of(inputs), List.of());
    }

    static Derivation word(String word, Rule rule, Input... inputs) {
        return new Derivation(null, word, rule, rule.formula(), List.of(inputs), List.of());
    }

    static Derivation unknown(Rule rule, String ref, LeftOut.Reason reason) {
        return number(null, rule, List.of(), List.of(new LeftOut(ref, reason)));
    }
}

package io.throughline.core.scorecard;

import io.throughline.core.measures.OutcomeBlock;
import io.throughline.core.measures.OutcomeHealth;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/**
 * Where to look first: what is behind, lowest outcome pace first; of equals the one that was named first. What is on pace, and
 * what says nothing, is not among them.
 *
 * <p>Of paces 0.95 (GREEN), 0.40 (RED), none (UNKNOWN) and 0.75 (AMBER) it is the second and the fourth.
 */
public final class LookFirst {
    private LookFirst() {}

    /**
     * The nodes to look at, in that order.
     *
     * @param keys of nodes
     * @param outcome the outcome of each
     */
    public static List<String> among(Collection<String> keys, Function<String, OutcomeBlock> outcome) {
        return keys.stream()
                .filter(key -> isBehind(outcome.apply(key).health()))
                .sorted(Comparator.comparingDouble(key -> pace(outcome.apply(key))))
                .toList();
    }

    private static boolean isBehind(OutcomeHealth health) {
        return health == OutcomeHealth.AMBER || health == OutcomeHealth.RED;
    }

    /** A health other than UNKNOWN has a pace. */
    private static double pace(OutcomeBlock outcome) {
        Double pace = outcome.pace();
        return pace == null ? Double.MAX_VALUE : pace;
    }
}

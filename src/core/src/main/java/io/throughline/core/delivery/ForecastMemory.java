package io.throughline.core.delivery;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The last forecast of each node with what it was drawn from, so that a change of one issue does not redraw the forecasts
 * of 2,000 objectives.
 *
 * <p>It cannot be stale: the inputs are compared. It cannot grow: one entry per node and plan. Safe for many threads.
 */
public final class ForecastMemory {
    private final Map<List<String>, Drawn> byNode = new ConcurrentHashMap<>();

    private record Drawn(Inputs inputs, Forecast forecast) {}

    /** What a forecast follows from, besides the key. */
    static final class Inputs {
        private final LocalDate today;
        private final long total;
        private final long remaining;
        private final long[] finishedByWeek;

        Inputs(LocalDate today, long total, long remaining, long[] finishedByWeek) {
            this.today = today;
            this.total = total;
            this.remaining = remaining;
            this.finishedByWeek = finishedByWeek;
        }

        private boolean isSame(Inputs other) {
            return today.equals(other.today)
                    && total == other.total
                    && remaining == other.remaining
                    && Arrays.equals(finishedByWeek, other.finishedByWeek);
        }
    }

    Forecast of(String plan, String key, Inputs inputs) {
        Drawn known = byNode.compute(
                List.of(plan, key),
                (node, last) -> last != null && last.inputs().isSame(inputs) ? last : draw(key, inputs));
        return known.forecast();
    }

    private static Drawn draw(String key, Inputs inputs) {
        return new Drawn(inputs, Forecast.of(key, inputs.today, inputs.total, inputs.remaining, inputs.finishedByWeek));
    }
}

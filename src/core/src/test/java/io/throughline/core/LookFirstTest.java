package io.throughline.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.core.measures.OutcomeBlock;
import io.throughline.core.measures.OutcomeHealth;
import io.throughline.core.scorecard.LookFirst;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LookFirstTest {
    private static OutcomeBlock outcome(Double pace, OutcomeHealth health) {
        return new OutcomeBlock(pace, 1.0, pace, health, 1, 0, 0);
    }

    private static final Map<String, OutcomeBlock> OUTCOMES = Map.of(
            "on pace", outcome(0.95, OutcomeHealth.GREEN),
            "far behind", outcome(0.4, OutcomeHealth.RED),
            "as far behind", outcome(0.4, OutcomeHealth.RED),
            "capped", outcome(0.99, OutcomeHealth.AMBER),
            "behind", outcome(0.75, OutcomeHealth.AMBER),
            "silent", outcome(null, OutcomeHealth.UNKNOWN),
            "hardly measured", outcome(0.1, OutcomeHealth.UNKNOWN));

    @Test
    void whatIsBehindComesLowestPaceFirstAndNothingElse() {
        List<String> asNamed =
                List.of("on pace", "behind", "silent", "far behind", "capped", "hardly measured", "as far behind");

        assertThat(LookFirst.among(asNamed, OUTCOMES::get))
                .containsExactly("far behind", "as far behind", "behind", "capped");
    }

    @Test
    void whereAllIsWellThereIsNothingToLookAt() {
        assertThat(LookFirst.among(List.of("on pace", "silent"), OUTCOMES::get)).isEmpty();
    }
}

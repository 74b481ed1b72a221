package io.throughline.core.scorecard;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.core.measures.OutcomeHealth;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the line of an arrow says. */
class TogetherTest {
    @ParameterizedTest
    @CsvSource({
        "GREEN, GREEN, BOTH",
        "GREEN, AMBER, NOT_YET",
        "GREEN, RED, NOT_YET",
        "AMBER, AMBER, CAUSE_BEHIND",
        "AMBER, RED, CAUSE_BEHIND",
        "RED, AMBER, CAUSE_BEHIND",
        "RED, RED, CAUSE_BEHIND",
        "AMBER, GREEN, UNTOLD",
        "RED, GREEN, UNTOLD",
        "UNKNOWN, GREEN, UNTOLD",
        "UNKNOWN, RED, UNTOLD",
        "GREEN, UNKNOWN, UNTOLD",
        "RED, UNKNOWN, UNTOLD",
        "UNKNOWN, UNKNOWN, UNTOLD"
    })
    void causeAndEffectSayTogether(OutcomeHealth cause, OutcomeHealth effect, Together expected) {
        assertThat(Together.of(cause, effect)).isEqualTo(expected);
    }
}

package io.throughline.app.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code /gates/creation}: what a form for a new issue may be told ahead. */
class GatesCallsTest {
    private App app;

    @BeforeEach
    void start() {
        app = App.fresh();
        app.gate = choice -> choice.equals("10001/3") ? Optional.of("Choose an epic") : Optional.empty();
    }

    @Test
    void itSaysWhatTheGateWouldSay() {
        assertThat(app.get("gates/creation?project=10001&type=3")
                        .json()
                        .get("message")
                        .asText())
                .isEqualTo("Choose an epic");
        assertThat(app.get("gates/creation?project=10001&type=4")
                        .json()
                        .get("message")
                        .isNull())
                .isTrue();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "type=3 | project",
                "project=10001 | type",
                "project=RAIL&type=3 | project",
                "project=0&type=3 | project",
                "project=10001&type=Story | type",
                "project=99999999999&type=3 | project",
            })
    void whatIsNoIdIsNamedWithWhatIsAllowed(String query, String field) {
        assertThat(app.get("gates/creation?" + query).status()).isEqualTo(400);
        assertThat(app.get("gates/creation?" + query)
                        .json()
                        .at("/errors/" + field)
                        .asText())
                .isEqualTo("must be a whole number from 1 to 2147483647");
    }

    @Test
    void whoMayNotViewTheStrategyIsTurnedAway() {
        assertThat(app.as("outsider").get("gates/creation?project=10001&type=3").status())
                .isEqualTo(403);
    }
}

package io.throughline.core.measures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.throughline.core.strategy.Actual;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnlikelyStepTest {
    /** The last days of months, oldest value first. */
    private static List<Actual> months(String values) {
        List<Actual> actuals = new ArrayList<>();
        LocalDate end = LocalDate.of(2020, 1, 31);
        for (double value : Arrays.stream(values.split(" "))
                .mapToDouble(Double::parseDouble)
                .toArray()) {
            actuals.add(0, new Actual("KPI-1", end, value, null, "u", Instant.EPOCH, null, null, null, 1));
            end = end.plusMonths(1).withDayOfMonth(1).plusMonths(1).minusDays(1);
        }
        return actuals;
    }

    private static Optional<UnlikelyStep> next(double value, String values) {
        return UnlikelyStep.of(value, LocalDate.of(2099, 12, 31), months(values));
    }

    @ParameterizedTest
    @CsvSource({
        "10 11 12 13, 21, 8",
        "10 11 12 13, 20.9,",
        "10 11 12 13, 5, 8",
        "10 11 12 13, 13,",
        "11 12 13, 1000,", // two steps say nothing
        "7 7 7 7 7, 1000,", // never moved: nothing is usual
        "10 11 12 112, 113,", // one jump does not make jumps usual, and the value is beside the last one
        "10 11 12 112, 12, 100",
        "0 1 3 7 15, 47, 8", // of four steps the third: 4
        "-1 -2 -3 -4, -12, 8"
    })
    void eightUsualStepsFromTheLastValueAreWorthAQuestion(String before, double value, Double times) {
        Optional<UnlikelyStep> step = next(value, before);

        assertThat(step.map(UnlikelyStep::times).orElse(null)).isEqualTo(times);
    }

    @Test
    void theQuestionSaysWhatIsUsualAndWhatWasLast() {
        UnlikelyStep step = next(40, "10 12 11 13").orElseThrow();

        assertThat(step.usual()).isEqualTo(2);
        assertThat(step.last()).isEqualTo(13);
        assertThat(step.times()).isCloseTo(13.5, within(1e-12));
    }

    @Test
    void aCorrectionIsJudgedByWhatWasBeforeItsPeriodOnly() {
        List<Actual> actuals = months("10 11 12 13 500");
        LocalDate fifth = actuals.get(0).period();

        assertThat(UnlikelyStep.of(500, fifth, actuals)).isPresent();
        assertThat(UnlikelyStep.of(14, fifth, actuals)).isEmpty();
        assertThat(UnlikelyStep.of(999, actuals.get(1).period(), actuals)).isEmpty();
    }

    @Test
    void onlyTwentyFourValuesAreLookedAt() {
        String longAgo = "0 1000 0 1000 0 1000 0 1000 0 1000 0 1000 0 1000 0 1000 0 1000 0 1000 0 1000 0 1000 0 1000 "
                + "0 1000 0 1000 0 1000 ";
        String lately = "1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24";

        assertThat(next(32, longAgo + lately).orElseThrow().usual()).isEqualTo(1);
    }

    @Test
    void numbersAtTheEndOfWhatComputersHaveAreNotUnlikelyByAnUnreadableFactor() {
        assertThat(next(1e15, "0 4.9e-324 0 4.9e-324 0")).isEmpty();
    }
}

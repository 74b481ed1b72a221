package io.throughline.core.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.throughline.core.strategy.SizeMeasure;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkRulesTest {
    private final WorkRules rules = WorkRules.defaults();

    @ParameterizedTest
    @CsvSource({"Story, false, 0", "epic, false, 1", "Epic, false, 1", "INITIATIVE, false, 2", "Epic, true, -1"})
    void levelsComeFromTheNameOfTheTypeWithoutCase(String type, boolean subTask, int level) {
        assertThat(rules.level(type, subTask)).isEqualTo(level);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "DONE | Won't Do | true",
                "DONE | WON’T DO | true",
                "DONE | not a bug | true",
                "DONE | Fixed | false",
                "DONE | | false",
                "TO_DO | Won't Do | false",
                "IN_PROGRESS | Won't Do | false"
            })
    void cancelledNeedsTheCategoryAndTheResolution(StatusCategory category, String resolution, boolean cancelled) {
        assertThat(rules.isCancelled(category, resolution)).isEqualTo(cancelled);
    }

    @Test
    void theDefaultSetHasTheThirteenOfTheDesign() {
        assertThat(WorkRules.DEFAULT_CANCELLED).hasSize(13);
    }

    @Test
    void rulesWithTheSameMeaningAreEqual() {
        assertThat(new WorkRules(Map.of("EPIC", 1), Set.of("Won’t Do"), 1, 1))
                .isEqualTo(new WorkRules(Map.of("epic", 1), Set.of("won't do"), 1, 1));
    }

    @ParameterizedTest
    @CsvSource({"-1, 1", "1, -0.5", "NaN, 1", "1, Infinity"})
    void defaultSizesAreAtLeastZero(double points, double seconds) {
        assertThatThrownBy(() -> new WorkRules(Map.of(), Set.of(), points, seconds))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aDefaultSizeOfZeroIsAllowed() {
        assertThat(new WorkRules(Map.of(), Set.of(), 0, 0).defaultPoints()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "0.1, 100000",
        "2.5, 2500000",
        "0, 0",
        "-0.5, -1",
        "NaN, -1",
        "Infinity, -1",
        "1e9, 1000000000000000",
        "1000000001, -1"
    })
    void pointsAreKeptInMillionths(double points, long fixed) {
        assertThat(Sizes.points(points)).isEqualTo(fixed);
    }

    @ParameterizedTest
    @CsvSource({"3600, 3600000", "0, 0", "-1, -1", "1000000000000, 1000000000000000", "1000000000001, -1"})
    void secondsAreKeptInThousandths(long seconds, long fixed) {
        assertThat(Sizes.seconds(seconds)).isEqualTo(fixed);
    }

    @ParameterizedTest
    @CsvSource({
        "COUNT, , 1, 1",
        "COUNT, 5, 1, 1",
        "STORY_POINTS, , 1000000, 1",
        "STORY_POINTS, 0.5, 500000, 0.5",
        "STORY_POINTS, 0, 0, 0",
        "ORIGINAL_ESTIMATE, , 28800000, 28800",
        "ORIGINAL_ESTIMATE, 60, 60000, 60"
    })
    void theFallbackIsThePlansElseTheInstances(SizeMeasure measure, Double ofPlan, long fixed, double value) {
        assertThat(Sizes.fallback(measure, ofPlan, rules)).isEqualTo(fixed);
        assertThat(Sizes.value(fixed, measure)).isEqualTo(value);
    }
}

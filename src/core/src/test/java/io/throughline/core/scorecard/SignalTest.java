package io.throughline.core.scorecard;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.core.World;
import io.throughline.core.delivery.DeliveryBlock;
import io.throughline.core.delivery.DeliveryHealth;
import io.throughline.core.measures.OutcomeBlock;
import io.throughline.core.measures.OutcomeHealth;
import io.throughline.core.strategy.ObjectiveState;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class SignalTest {
    private static DeliveryBlock delivery(DeliveryHealth health) {
        Double progress = health == DeliveryHealth.NO_WORK ? null : 0.4;
        return new DeliveryBlock(10, 4, 1, progress, 0.5, progress == null ? null : 0.8, health, 3, 0, 0);
    }

    private static OutcomeBlock outcome(OutcomeHealth health) {
        return new OutcomeBlock(0.5, 0.6, 0.83, health, 1, 0, 0);
    }

    static Stream<DeliveryHealth> landing() {
        return Stream.of(DeliveryHealth.DONE, DeliveryHealth.ON_TRACK);
    }

    static Stream<DeliveryHealth> late() {
        return Stream.of(DeliveryHealth.NOT_STARTED, DeliveryHealth.AT_RISK, DeliveryHealth.OFF_TRACK);
    }

    private static String signal(DeliveryHealth delivery, OutcomeHealth outcome, boolean rising) {
        Signal signal = Signal.of(delivery(delivery), outcome(outcome), rising, 2);
        return signal.kind() + " " + signal.reason();
    }

    @ParameterizedTest
    @MethodSource("landing")
    void workThatLandsRealizesOrDrifts(DeliveryHealth health) {
        assertThat(signal(health, OutcomeHealth.GREEN, false)).isEqualTo("REALIZING BOTH_MOVE");
        assertThat(signal(health, OutcomeHealth.AMBER, true)).isEqualTo("REALIZING BOTH_MOVE_OUTCOME_RISING");
        assertThat(signal(health, OutcomeHealth.AMBER, false)).isEqualTo("DRIFT OUTCOME_DOES_NOT_FOLLOW");
        assertThat(signal(health, OutcomeHealth.RED, true)).isEqualTo("DRIFT OUTCOME_DOES_NOT_FOLLOW");
    }

    @ParameterizedTest
    @MethodSource("late")
    void workThatIsLateLeavesTheOutcomeUnexplainedOrStalled(DeliveryHealth health) {
        assertThat(signal(health, OutcomeHealth.GREEN, false)).isEqualTo("UNEXPLAINED OUTCOME_AHEAD_OF_WORK");
        assertThat(signal(health, OutcomeHealth.AMBER, true)).isEqualTo("UNEXPLAINED OUTCOME_AHEAD_OF_WORK");
        assertThat(signal(health, OutcomeHealth.AMBER, false)).isEqualTo("STALLED NEITHER_MOVES");
        assertThat(signal(health, OutcomeHealth.RED, true)).isEqualTo("STALLED NEITHER_MOVES");
    }

    @Test
    void noWorkIsSaidAsSuch() {
        assertThat(signal(DeliveryHealth.NO_WORK, OutcomeHealth.GREEN, false))
                .isEqualTo("UNEXPLAINED OUTCOME_WITHOUT_WORK");
        assertThat(signal(DeliveryHealth.NO_WORK, OutcomeHealth.AMBER, false))
                .isEqualTo("STALLED NO_WORK_AND_NO_OUTCOME");
    }

    @ParameterizedTest
    @EnumSource(DeliveryHealth.class)
    void anUnknownOutcomeIsBlindWhateverIsDelivered(DeliveryHealth health) {
        assertThat(signal(health, OutcomeHealth.UNKNOWN, true)).isEqualTo("BLIND LOW_COVERAGE");
    }

    @ParameterizedTest
    @CsvSource({
        // attainment, stale, kpis, reason
        ", 0, 0, NO_KPI",
        ", 0, 2, NO_ACTUAL",
        ", 1, 2, ALL_STALE",
        "0.5, 1, 2, LOW_COVERAGE"
    })
    void blindCarriesItsReason(Double attainment, int stale, int kpis, SignalReason reason) {
        OutcomeBlock outcome = new OutcomeBlock(attainment, null, attainment, OutcomeHealth.UNKNOWN, 0.4, 0, stale);

        Signal signal = Signal.of(delivery(DeliveryHealth.ON_TRACK), outcome, false, kpis);

        assertThat(signal.kind()).isEqualTo(SignalKind.BLIND);
        assertThat(signal.reason()).isEqualTo(reason);
        assertThat(signal.facts()).containsEntry("coverage", 0.4).containsEntry("kpis", (double) kpis);
    }

    @Test
    void factsAreThereWhereTheyAreKnown() {
        Signal known = Signal.of(delivery(DeliveryHealth.ON_TRACK), outcome(OutcomeHealth.GREEN), false, 2);
        Signal unknown = Signal.of(
                delivery(DeliveryHealth.NO_WORK),
                new OutcomeBlock(null, null, null, OutcomeHealth.UNKNOWN, 0, 0, 3),
                false,
                4);

        assertThat(known.facts())
                .containsOnlyKeys("progress", "schedule", "attainment", "pace", "coverage", "kpis", "stale")
                .containsEntry("progress", 0.4)
                .containsEntry("schedule", 0.8)
                .containsEntry("attainment", 0.5)
                .containsEntry("pace", 0.83);
        assertThat(unknown.facts())
                .containsOnlyKeys("coverage", "kpis", "stale")
                .containsEntry("stale", 3.0);
    }

    @Test
    void everyReasonHasWordsOfItsOwn() {
        assertThat(Arrays.stream(SignalReason.values()).map(SignalReason::inEnglish))
                .doesNotHaveDuplicates()
                .noneMatch(String::isBlank);
        assertThat(Signal.of(delivery(DeliveryHealth.DONE), outcome(OutcomeHealth.GREEN), false, 1)
                        .inEnglish())
                .isEqualTo("work lands and the outcome moves");
    }

    @Test
    void anAchievedObjectiveKeepsTheSignalOfItsDayUntilItIsTakenUpAgain() {
        DeliveryBlock done = delivery(DeliveryHealth.DONE);
        OutcomeBlock green = outcome(OutcomeHealth.GREEN);
        Signal ofThatDay = Signal.of(done, green, false, 1);
        for (ObjectiveState state : ObjectiveState.values()) {
            World world = World.small().objective("OBJ-2", "TH-1", 1, state);
            world.achieved.put("OBJ-2", new KeptBlocks(done, green, ofThatDay));
            PlanScore score = world.scoring().plan("PLAN-1");

            boolean kept = state == ObjectiveState.ACHIEVED;
            assertThat(score.signal("OBJ-2").kind()).isEqualTo(kept ? SignalKind.REALIZING : SignalKind.BLIND);
            assertThat(score.delivery("OBJ-2").health()).isEqualTo(kept ? DeliveryHealth.DONE : DeliveryHealth.NO_WORK);
            assertThat(score.outcome("OBJ-2").health()).isEqualTo(kept ? OutcomeHealth.GREEN : OutcomeHealth.UNKNOWN);
        }
    }
}

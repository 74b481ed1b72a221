package io.throughline.core.scorecard;

/** Why a signal is what it is; the app has words for each in every language. */
public enum SignalReason {
    /** REALIZING: work is on track and the outcome is GREEN. */
    BOTH_MOVE("work lands and the outcome moves"),
    /** REALIZING: work is on track, the outcome is AMBER and rising. */
    BOTH_MOVE_OUTCOME_RISING("work lands and the outcome is rising"),
    /** DRIFT. */
    OUTCOME_DOES_NOT_FOLLOW("work lands, the outcome does not move"),
    /** UNEXPLAINED: there is work, but it is late or untouched. */
    OUTCOME_AHEAD_OF_WORK("the outcome moves without this work"),
    /** UNEXPLAINED: no work is linked. */
    OUTCOME_WITHOUT_WORK("the outcome moves, no work is linked"),
    /** STALLED: there is work, but it is late or untouched. */
    NEITHER_MOVES("neither work nor outcome moves"),
    /** STALLED: no work is linked. */
    NO_WORK_AND_NO_OUTCOME("no work is linked and the outcome does not move"),
    /** BLIND: no KPI below. */
    NO_KPI("no KPI measures it"),
    /** BLIND: KPIs, but no actual yet. */
    NO_ACTUAL("no KPI has an actual yet"),
    /** BLIND: actuals, all of them too old. */
    ALL_STALE("every KPI with an actual is stale"),
    /** BLIND: too few KPIs have data. */
    LOW_COVERAGE("less than half of the KPIs, by weight, have data");

    private final String english;

    SignalReason(String english) {
        this.english = english;
    }

    /** Default words. */
    public String inEnglish() {
        return english;
    }
}

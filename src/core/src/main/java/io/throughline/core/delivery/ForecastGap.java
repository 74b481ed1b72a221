package io.throughline.core.delivery;

/** Why there is no forecast. */
public enum ForecastGap {
    /** Nothing is linked, or nothing with size. */
    NO_WORK("no work"),
    /** There is nothing left to finish. */
    ALL_DONE("all work is done"),
    /** The objective is achieved; its numbers are those of that day. */
    ACHIEVED("achieved"),
    /** Fewer than 4 of the last 12 full weeks finished anything. */
    TOO_LITTLE_HISTORY("fewer than 4 of the last 12 weeks finished anything"),
    /** At the pace of the last weeks it would take more than ten years. */
    TOO_FAR("more than ten years at the pace of the last 12 weeks");

    private final String english;

    ForecastGap(String english) {
        this.english = english;
    }

    /** Default words; the app has its own per language. */
    public String inEnglish() {
        return english;
    }
}

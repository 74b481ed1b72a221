package io.throughline.core.explain;

/**
 * How a value follows from its inputs. The words of a formula are the refs of its inputs; {@code value} and
 * {@code weight} run over all of them.
 */
public enum Rule {
    /** A mean by weight. */
    MEAN("sum(weight * value) / sum(weight)"),
    /** A sum; what several inputs share is taken off by an input below zero, so that each item counts once. */
    SUM("sum(value)"),
    /** The part of the time that has passed. */
    TIME_PASSED("min(1, max(0, elapsed / length))"),
    /** The part of the time, where the last day is not after the first: nothing before it, everything from it on. */
    TIME_OVER("if(elapsed >= length, 1, 0)"),
    SCHEDULE("progress / expected"),
    /** What was expected of a node, so that it agrees with its pace. */
    EXPECTED_OF_PACE("attainment / pace"),
    /** The way from baseline to target. */
    WAY("(actual - baseline) / (target - baseline)"),
    /** How near a value is to its band. */
    BAND("max(0, 1 - max(0, low - actual, actual - high) / tolerance)"),
    /** Where the line is at the end of the actual's period, as a way from baseline to target. */
    LINE("(from + (to - from) * elapsed / length - baseline) / (target - baseline)"),
    /** Before the line begins. */
    NOTHING_YET("0"),
    /** After the line has ended, and for bands. */
    EVERYTHING("1"),
    /** No KPI below. */
    NO_KPI("0"),
    PACE("attainment / expected"),
    /** In the first tenth of the time a slow start is forgiven. */
    GRACE("1"),
    /** Where nothing or less is expected. */
    PACE_OF_NOTHING("if(attainment >= expected, 1, 0)"),
    /** A KPI's own formula, over KPI keys. */
    OWN_FORMULA(""),
    /** As it was entered, or counted in Jira. */
    ENTERED("actual"),
    /** First match of the delivery healths. */
    DELIVERY_HEALTH("first match: NO_WORK, DONE, OFF_TRACK past due, NOT_STARTED or ON_TRACK below expected 0.1, "
            + "ON_TRACK from good, AT_RISK from warn, OFF_TRACK"),
    /** Health by pace and coverage. */
    OUTCOME_HEALTH("UNKNOWN below coverage 0.5, GREEN from pace 0.90, AMBER from 0.70, RED; "
            + "at best AMBER with a critical RED"),
    /** A KPI's health. */
    KPI_HEALTH("UNKNOWN without an actual or when stale, GREEN from pace 0.90, AMBER from 0.70, RED"),
    /** The table of the signal. */
    SIGNAL("delivery beside outcome; AMBER and rising counts as GREEN"),
    /** The forecast. */
    FORECAST("10000 draws from the finished sizes of the last 12 full weeks, seed from key and day"),
    /** A past day's delivery. */
    RECORDED("as recorded at the end of that day"),
    /** An achieved objective keeps the numbers of its day. */
    KEPT("as on the day it was achieved");

    private final String formula;

    Rule(String formula) {
        this.formula = formula;
    }

    /** The formula, the same in every language. */
    public String formula() {
        return formula;
    }
}

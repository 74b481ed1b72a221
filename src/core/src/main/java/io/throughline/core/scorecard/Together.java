package io.throughline.core.scorecard;

import io.throughline.core.measures.OutcomeHealth;

/** Whether a cause and its effect on the strategy map move together: what the line of an arrow says. */
public enum Together {
    /** Both are on pace. */
    BOTH,
    /** The cause is on pace, the effect is not yet. */
    NOT_YET,
    /** The cause is not on pace, and the effect is not either. */
    CAUSE_BEHIND,
    /** The effect is on pace without the cause, or of one of them nothing is known: the arrow shows nothing. */
    UNTOLD;

    public static Together of(OutcomeHealth cause, OutcomeHealth effect) {
        if (cause == OutcomeHealth.UNKNOWN || effect == OutcomeHealth.UNKNOWN) {
            return UNTOLD;
        }
        boolean led = cause == OutcomeHealth.GREEN;
        if (effect == OutcomeHealth.GREEN) {
            return led ? BOTH : UNTOLD;
        }
        return led ? NOT_YET : CAUSE_BEHIND;
    }
}

package io.throughline.app.daily;

import java.time.Instant;
import java.time.LocalDate;

/**
 * The numbers of one plan at the end of one day.
 *
 * @param plan key
 * @param taken when; before the end of the day where nobody was there at its end
 * @param document see {@link DayDocument}
 */
public record DayRecord(String plan, LocalDate day, Instant taken, String document) {
    /** 7 for {@code PLAN-7}. */
    static long number(String plan) {
        return Long.parseLong(plan.substring("PLAN-".length()));
    }
}

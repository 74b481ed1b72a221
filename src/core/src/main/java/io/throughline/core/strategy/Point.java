package io.throughline.core.strategy;

import java.time.LocalDate;
import java.util.Objects;

/**
 * A KPI value at the end of a day: baseline, milestone or target.
 *
 * @param date the day, in the instance's time zone
 * @param value in the KPI's unit; any finite number
 */
public record Point(LocalDate date, double value) {
    public Point {
        Objects.requireNonNull(date, "date");
        Checks.finite(value, "value");
    }
}

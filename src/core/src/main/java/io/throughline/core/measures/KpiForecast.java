package io.throughline.core.measures;

import io.throughline.core.strategy.Actual;
import io.throughline.core.strategy.Direction;
import io.throughline.core.strategy.Kpi;
import io.throughline.core.strategy.Point;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a KPI gets if it goes on as it lately went: the straight line through its newest {@value #LOOKED_AT} values, by
 * least squares over days, on to the target date. A picture for the eye; no score, health or signal looks at it.
 *
 * <p>With {@code d} days and {@code v} values, {@code slope = sum((d - mean d) * (v - mean v)) / sum((d - mean d)^2)} and
 * {@code value(day) = mean v + slope * (day - mean d)}. Values of 10, 12, 11 ten days apart: the slope is 0.05 a day, and
 * forty days after the last of them the line says 13.5. A band has no date: there the line reaches as far ahead as its
 * values reach back.
 *
 * @param from where the line is on the day of the newest value; null where {@code gap} says why there is none
 * @param to where it ends; null likewise
 * @param values how many were looked at
 * @param gap why there is no forecast, null where there is one
 */
public record KpiForecast(
        @Nullable Point from,
        @Nullable Point to,
        int values,
        @Nullable Gap gap) {
    /** Half a year of months: older values tell how it once went. */
    public static final int LOOKED_AT = 6;

    /** Through two values there is always a line, whatever they are. */
    public static final int FEWEST = 3;

    /** Why there is no forecast. */
    public enum Gap {
        /** Fewer than {@link #FEWEST} values. */
        TOO_FEW_VALUES,
        /** The newest value is of the target date or later: there is nothing left to foresee. */
        TARGET_DATE_REACHED,
        /** The numbers leave what a computer can count with. */
        OUT_OF_RANGE
    }

    /**
     * Draws the line, or says why it cannot.
     *
     * @param actuals of the KPI, newest period first
     */
    public static KpiForecast of(Kpi kpi, List<Actual> actuals) {
        List<Actual> newest = actuals.subList(0, Math.min(LOOKED_AT, actuals.size()));
        if (newest.size() < FEWEST) {
            return none(newest, Gap.TOO_FEW_VALUES);
        }
        LocalDate last = newest.get(0).period();
        LocalDate end = end(kpi, newest);
        if (!end.isAfter(last)) {
            return none(newest, Gap.TARGET_DATE_REACHED);
        }
        Line line = Line.through(newest);
        double now = line.at(last);
        double then = line.at(end);
        return Double.isFinite(now) && Double.isFinite(then)
                ? new KpiForecast(new Point(last, now), new Point(end, then), newest.size(), null)
                : none(newest, Gap.OUT_OF_RANGE);
    }

    private static KpiForecast none(List<Actual> newest, Gap gap) {
        return new KpiForecast(null, null, newest.size(), gap);
    }

    private static LocalDate end(Kpi kpi, List<Actual> newest) {
        Point target = kpi.direction() == Direction.MAINTAIN ? null : kpi.target();
        if (target != null) {
            return target.date();
        }
        LocalDate last = newest.get(0).period();
        return last.plusDays(
                ChronoUnit.DAYS.between(newest.get(newest.size() - 1).period(), last));
    }

    /** Days from {@code origin}, so that no precision is lost to the age of the calendar. */
    private record Line(LocalDate origin, double meanDay, double meanValue, double slope) {
        static Line through(List<Actual> actuals) {
            LocalDate origin = actuals.get(0).period();
            double meanDay = actuals.stream()
                    .mapToDouble(each -> days(origin, each.period()))
                    .average()
                    .orElseThrow();
            double meanValue =
                    actuals.stream().mapToDouble(Actual::value).average().orElseThrow();
            double together = 0;
            double spread = 0;
            for (Actual each : actuals) {
                double day = days(origin, each.period()) - meanDay;
                together += day * (each.value() - meanValue);
                spread += day * day;
            }
            return new Line(origin, meanDay, meanValue, together / spread);
        }

        double at(LocalDate day) {
            return meanValue + slope * (days(origin, day) - meanDay);
        }

        private static double days(LocalDate origin, LocalDate day) {
            return ChronoUnit.DAYS.between(origin, day);
        }
    }
}

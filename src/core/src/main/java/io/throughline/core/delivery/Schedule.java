package io.throughline.core.delivery;

import io.throughline.core.strategy.Thresholds;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Delivery against the calendar. */
public final class Schedule {
    /** Below this part of its time nothing is late yet. */
    public static final double EARLY = 0.1;

    private Schedule() {}

    /**
     * The part of the time that has passed.
     *
     * <p>{@code clamp((today - start) / (due - start))} in days. From 1 January to 11 April (100 days), 26 January is
     * 0.25. Where due is not after start there is no line: 0 before due, 1 from due on.
     *
     * @return 0..1
     */
    public static double expected(LocalDate start, LocalDate due, LocalDate today) {
        long length = ChronoUnit.DAYS.between(start, due);
        if (length <= 0) {
            return today.isBefore(due) ? 0 : 1;
        }
        double passed = (double) ChronoUnit.DAYS.between(start, today) / length;
        return Math.min(1, Math.max(0, passed));
    }

    /**
     * {@code progress / expected}: 0.4 / 0.45 = 0.8889.
     *
     * @return at least 0; null where either is unknown or nothing is expected yet
     */
    public static @Nullable Double schedule(@Nullable Double progress, @Nullable Double expected) {
        return progress == null || expected == null || expected == 0 ? null : (Double) (progress / expected);
    }

    /**
     * The first that matches: NO_WORK without progress; DONE when done is total; OFF_TRACK past due; with less than a
     * tenth of the time gone NOT_STARTED if nothing is in progress or done, else ON_TRACK; ON_TRACK at a schedule of at
     * least {@code good}; AT_RISK at least {@code warn}; else OFF_TRACK.
     *
     * <p>40 of 120 done, 0.45 of the time gone: schedule 0.74, AT_RISK.
     *
     * @param pastDue whether today is after the last day
     */
    public static DeliveryHealth health(
            Counted counted,
            @Nullable Double progress,
            @Nullable Double expected,
            boolean pastDue,
            Thresholds thresholds) {
        if (progress == null) {
            return DeliveryHealth.NO_WORK;
        }
        if (counted.total() > 0 && counted.done() == counted.total()) {
            return DeliveryHealth.DONE;
        }
        if (pastDue) {
            return DeliveryHealth.OFF_TRACK;
        }
        Double schedule = schedule(progress, expected);
        if (schedule == null || expected == null || expected < EARLY - Thresholds.NOISE) {
            boolean untouched = counted.done() == 0 && counted.inProgress() == 0;
            return untouched ? DeliveryHealth.NOT_STARTED : DeliveryHealth.ON_TRACK;
        }
        if (thresholds.isGood(schedule)) {
            return DeliveryHealth.ON_TRACK;
        }
        return thresholds.isTolerable(schedule) ? DeliveryHealth.AT_RISK : DeliveryHealth.OFF_TRACK;
    }

    /** Three sizes in fixed units; see {@link io.throughline.core.work.Sizes}. */
    record Counted(long total, long done, long inProgress) {}
}

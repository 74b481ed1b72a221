package io.throughline.core.strategy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One value of a KPI, for one period.
 *
 * @param kpi key of the KPI
 * @param period the last day of the period
 * @param value in the KPI's unit; any finite number
 * @param attestedBy user key of the owner who vouched for it, null when nobody has
 */
public record Actual(
        String kpi,
        LocalDate period,
        double value,
        @Nullable String note,
        @Nullable String enteredBy,
        Instant enteredAt,
        @Nullable String attestedBy,
        @Nullable Instant attestedAt,
        @Nullable String statement,
        long version) {
    public Actual {
        Checks.key(kpi, "kpi");
        Objects.requireNonNull(period, "period");
        Checks.finite(value, "value");
        Objects.requireNonNull(enteredAt, "enteredAt");
    }

    /** Whether the owner vouched for this value. */
    public boolean isAttested() {
        return attestedAt != null;
    }
}

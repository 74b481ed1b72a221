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
 * @param attestedBy user key of who vouched for it, null when nobody has
 * @param attestedFor user key of the owner whom {@code attestedBy} stood in for; null when the owner did it
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
        @Nullable String attestedFor,
        long version) {
    /** A value that nobody attested for somebody else. */
    public Actual(
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
        this(kpi, period, value, note, enteredBy, enteredAt, attestedBy, attestedAt, statement, null, version);
    }

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

package io.throughline.app.inbox;

import io.throughline.core.strategy.Kpi;
import io.throughline.core.strategy.Objective;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One thing that somebody owes.
 *
 * @param kpi of a value or an attestation; null for a decision
 * @param objective of a decision, or above the KPI; null for a KPI under none
 * @param day last day of the period that is owed or unattested; the due date of an objective
 * @param since the first day on which it was late; null while it is not
 * @param missing how many periods have ended without a value, this one included; 0 for other things
 * @param owner user key of who owes it
 */
public record Due(
        What what,
        @Nullable Kpi kpi,
        @Nullable Objective objective,
        LocalDate day,
        @Nullable LocalDate since,
        int missing,
        String owner) {
    /** What is owed. */
    public enum What {
        /** A value whose period has ended. */
        OVERDUE,
        /** A value of the period that runs. */
        DUE,
        /** The attestation of the newest value. */
        UNATTESTED,
        /** An active objective past its due date: achieved, given up, or given more time. */
        DECISION
    }
}

package io.throughline.core.strategy;

/** How often a KPI is measured. Periods end on Sundays, month ends and quarter ends. */
public enum Frequency {
    WEEKLY,
    MONTHLY,
    QUARTERLY
}

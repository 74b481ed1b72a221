package io.throughline.core.strategy;

/** Whether a KPI foretells (LEADING) or records (LAGGING). */
public enum Indicator {
    LEADING,
    LAGGING
}

package io.throughline.core.strategy;

/** Whether the owner has to attest a KPI's actuals. Unattested ones count, and are counted as such. */
public enum Attestation {
    NONE,
    OWNER
}

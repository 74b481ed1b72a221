package io.throughline.app.store;

import java.util.Optional;

/** Keeps what came of evaluating KPIs, for all nodes. Derived: it is in no export and no change log. */
public interface KpiRuns {
    Optional<KpiRun> of(String kpi);

    /** Replaces what was known of the KPI; of two nodes that evaluate at the same time either may stay. */
    void keep(KpiRun run);
}

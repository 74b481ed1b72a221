package io.throughline.app.digest;

import io.throughline.app.live.OrphanRow;
import io.throughline.core.strategy.Kpi;
import io.throughline.core.strategy.Objective;
import java.util.List;

/**
 * What one reader is to be told, all of it what that reader may see.
 *
 * @param orphans the largest ones of the projects that the reader leads
 * @param orphanCount how many there are
 * @param stale KPIs of the reader whose last value is too old
 * @param drifting objectives of the reader
 */
record Digest(List<OrphanRow> orphans, int orphanCount, List<Kpi> stale, List<Objective> drifting) {
    Digest {
        orphans = List.copyOf(orphans);
        stale = List.copyOf(stale);
        drifting = List.copyOf(drifting);
    }

    boolean isEmpty() {
        return orphanCount == 0 && stale.isEmpty() && drifting.isEmpty();
    }
}

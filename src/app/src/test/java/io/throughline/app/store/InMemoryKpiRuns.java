package io.throughline.app.store;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Evaluations in memory, held to the same contract as the real ones. */
public final class InMemoryKpiRuns implements KpiRuns {
    private final Map<String, KpiRun> runs = new ConcurrentHashMap<>();

    @Override
    public Optional<KpiRun> of(String kpi) {
        return Optional.ofNullable(runs.get(kpi));
    }

    @Override
    public void keep(KpiRun run) {
        runs.put(run.kpi(), run);
    }
}

package io.throughline.app.store;

class InMemoryKpiRunsTest extends KpiRunsContract {
    private final KpiRuns runs = new InMemoryKpiRuns();

    @Override
    KpiRuns runs() {
        return runs;
    }
}

package io.throughline.app.store;

import com.atlassian.activeobjects.external.ActiveObjects;
import com.atlassian.beehive.ClusterLockService;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import com.atlassian.plugin.spring.scanner.annotation.imports.ComponentImport;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import net.java.ao.DBParam;
import net.java.ao.Query;
import org.jspecify.annotations.Nullable;

/** Evaluations of KPIs in Active Objects. */
@JiraComponent
public final class AoKpiRuns implements KpiRuns {
    private static final String LOCK = "io.throughline.strategy.kpi-runs";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final ActiveObjects ao;
    private final WriteGate gate;

    @Inject
    public AoKpiRuns(@ComponentImport ActiveObjects ao, @ComponentImport ClusterLockService locks) {
        this.ao = ao;
        gate = new WriteGate(ao, locks, LOCK, PATIENCE);
    }

    @Override
    public Optional<KpiRun> of(String kpi) {
        return gate.read(() -> Optional.ofNullable(find(kpi)).map(row -> read(kpi, row)));
    }

    @Override
    public void keep(KpiRun run) {
        gate.pass(() -> {
            KpiRunRow known = find(run.kpi());
            KpiRunRow row =
                    known == null ? ao.create(KpiRunRow.class, new DBParam("ID", Kind.number(run.kpi()))) : known;
            row.setEvaluatedMillis(run.at().toEpochMilli());
            row.setIssueCount(run.issues());
            row.setProblem(run.problem());
            row.save();
            return run;
        });
    }

    private @Nullable KpiRunRow find(String kpi) {
        KpiRunRow[] rows = ao.find(KpiRunRow.class, Query.select().where("ID = ?", Kind.number(kpi)));
        return rows.length == 0 ? null : rows[0];
    }

    private static KpiRun read(String kpi, KpiRunRow row) {
        return new KpiRun(kpi, Instant.ofEpochMilli(row.getEvaluatedMillis()), row.getIssueCount(), row.getProblem());
    }
}

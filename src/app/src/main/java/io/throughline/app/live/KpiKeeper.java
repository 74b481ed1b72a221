package io.throughline.app.live;

import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import io.throughline.app.live.LinkTargets.Measured;
import io.throughline.app.live.LinkTargets.Problem;
import io.throughline.app.store.Draft;
import io.throughline.app.store.KpiRun;
import io.throughline.app.store.KpiRuns;
import io.throughline.app.store.StrategyStore;
import io.throughline.core.measures.Periods;
import io.throughline.core.strategy.Actual;
import io.throughline.core.strategy.Aggregate;
import io.throughline.core.strategy.Kpi;
import io.throughline.core.strategy.KpiSource;
import io.throughline.core.strategy.Plan;
import io.throughline.core.strategy.PlanState;
import io.throughline.core.strategy.StrategyModel;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts the KPIs whose values lie in Jira, and enters what it finds as the actual of the period that runs.
 *
 * <p>A KPI is counted when it is given its query, once a night and on demand, as the user whom it names: it says no more
 * than that user could find out. The same value again is no change; another one is a correction like any other, logged,
 * and takes an attestation away. A value that cannot be had changes nothing, and why is kept beside.
 */
@JiraComponent
public class KpiKeeper {
    private static final Logger LOG = LoggerFactory.getLogger(KpiKeeper.class);

    /** Most issues that a sum or an average goes through; a count has no limit. */
    public static final int MOST_ISSUES = 100_000;

    private static final Duration OLDEST = Duration.ofHours(25);

    private final QuerySource queries;
    private final NumberSource numbers;
    private final StrategyStore store;
    private final KpiRuns runs;
    private final Clock clock;

    @Inject
    public KpiKeeper(QuerySource queries, NumberSource numbers, StrategyStore store, KpiRuns runs) {
        this(queries, numbers, store, runs, InstanceTime.clock());
    }

    KpiKeeper(QuerySource queries, NumberSource numbers, StrategyStore store, KpiRuns runs, Clock clock) {
        this.queries = queries;
        this.numbers = numbers;
        this.store = store;
        this.runs = runs;
        this.clock = clock;
    }

    /** What came of the last evaluation. */
    public Optional<Measured> measured(String kpi) {
        return runs.of(kpi)
                .map(run -> new Measured(
                        run.at(), run.issues(), run.problem() == null ? null : Problem.valueOf(run.problem())));
    }

    /** Counts one KPI now. */
    public void measure(Kpi kpi) {
        if (!(kpi.source() instanceof KpiSource.Jql source) || isClosed(store.model(), kpi)) {
            return;
        }
        Instant at = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        long issues = 0;
        Problem problem = null;
        try {
            long[] found = found(source);
            issues = found.length;
            OptionalDouble value = value(source, found);
            if (value.isPresent()) {
                enter(kpi, source, value.getAsDouble());
            } else {
                problem = whyNone(source, found);
            }
        } catch (UnreadableQuery gone) {
            LOG.warn("{} cannot be counted as {}: {}", kpi.key(), source.runAs(), gone.getMessage());
            problem = Problem.UNREADABLE;
        }
        runs.keep(new KpiRun(kpi.key(), at, issues, problem == null ? null : problem.name()));
    }

    private long[] found(KpiSource.Jql source) {
        String user = source.runAs();
        if (user == null) {
            throw new UnreadableQuery("nobody is named as whom it runs");
        }
        return queries.all(source.jql(), user);
    }

    private OptionalDouble value(KpiSource.Jql source, long[] issues) {
        if (source.aggregate() == Aggregate.COUNT) {
            return OptionalDouble.of(issues.length);
        }
        String field = source.field();
        if (field == null || issues.length > MOST_ISSUES || !numbers.isNumberField(field)) {
            return OptionalDouble.empty();
        }
        double[] values = numbers.values(field, issues);
        return source.aggregate() == Aggregate.AVG
                ? Arrays.stream(values).average()
                : OptionalDouble.of(Arrays.stream(values).sum());
    }

    private Problem whyNone(KpiSource.Jql source, long[] issues) {
        if (issues.length > MOST_ISSUES) {
            return Problem.TOO_MANY;
        }
        String field = source.field();
        return field == null || !numbers.isNumberField(field) ? Problem.NO_FIELD : Problem.NO_VALUES;
    }

    private void enter(Kpi kpi, KpiSource.Jql source, double value) {
        String actor = String.valueOf(source.runAs());
        LocalDate period = Periods.endOf(kpi.frequency(), LocalDate.now(clock));
        store.write(actor, draft -> {
            Optional<Kpi> now = draft.model().kpi(kpi.key());
            boolean isAsItWas = now.isPresent()
                    && now.get().source().equals(source)
                    && now.get().frequency() == kpi.frequency()
                    && !isClosed(draft.model(), kpi);
            return isAsItWas && enter(draft, kpi.key(), period, value, actor);
        });
    }

    private static boolean enter(Draft draft, String kpi, LocalDate period, double value, String by) {
        Optional<Actual> present = draft.model().actualsOf(kpi).stream()
                .filter(each -> each.period().equals(period))
                .findFirst();
        if (present.isPresent() && present.get().value() == value) {
            return false;
        }
        draft.put(new Actual(kpi, period, value, null, by, draft.now(), null, null, null, 1));
        return true;
    }

    private static boolean isClosed(StrategyModel model, Kpi kpi) {
        return model.planOf(kpi.key()).map(Plan::state).orElse(PlanState.ACTIVE) == PlanState.CLOSED;
    }

    /** Counts every KPI; one that fails does not stop the others. */
    public void measureAll() {
        counted().forEach(this::measureOrLog);
    }

    /** Counts those that were never counted or missed a night. */
    public void catchUp() {
        Instant oldest = clock.instant().minus(OLDEST);
        for (Kpi kpi : counted()) {
            Optional<KpiRun> run = runs.of(kpi.key());
            if (run.isEmpty() || run.get().at().isBefore(oldest)) {
                measureOrLog(kpi);
            }
        }
    }

    private List<Kpi> counted() {
        StrategyModel model = store.model();
        return model.kpis().stream()
                .filter(kpi -> kpi.source() instanceof KpiSource.Jql && !isClosed(model, kpi))
                .toList();
    }

    private void measureOrLog(Kpi kpi) {
        try {
            measure(kpi);
        } catch (RuntimeException failed) {
            LOG.warn("{} could not be counted; its values stay", kpi.key(), failed);
        }
    }
}

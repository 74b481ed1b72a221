package io.throughline.app.daily;

import com.atlassian.beehive.ClusterLockService;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import com.atlassian.plugin.spring.scanner.annotation.imports.ComponentImport;
import io.throughline.app.live.ExemptionQueries;
import io.throughline.app.live.InstanceTime;
import io.throughline.app.live.LiveRollup;
import io.throughline.app.store.OncePerCluster;
import io.throughline.app.store.StrategyStore;
import io.throughline.core.scorecard.Scoring;
import io.throughline.core.strategy.Plan;
import io.throughline.core.strategy.StrategyModel;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Records each day, once in the cluster.
 *
 * <p>The day that runs is recorded every hour, and once more when it has just ended: then with the strategy as it stood at
 * its last moment and the work as it is seconds later. Whoever comes too late for that leaves the last hour's record: what
 * has happened to issues since cannot be told apart. A day on which nobody was there has no record and repeats the one
 * before.
 */
@JiraComponent
public class DayKeeper {
    private static final Logger LOG = LoggerFactory.getLogger(DayKeeper.class);
    private static final String LOCK = "io.throughline.strategy.days";
    private static final Duration EVERY = Duration.ofHours(1);

    /** So long after midnight the work still is as good as it was at midnight. */
    private static final Duration JUST_ENDED = Duration.ofMinutes(5);

    private final BooleanSupplier isReady;
    private final BiFunction<StrategyModel, LocalDate, Scoring> scores;
    private final StrategyStore store;
    private final DayRecords records;
    private final ClusterLockService locks;
    private final Clock clock;

    @Inject
    public DayKeeper(
            LiveRollup rollup, StrategyStore store, DayRecords records, @ComponentImport ClusterLockService locks) {
        this(() -> rollup.health().ready(), rollup::on, store, records, locks, InstanceTime.clock());
    }

    /**
     * @param isReady whether numbers about work are whole
     * @param scores a strategy scored for a day, with the work of now
     */
    public DayKeeper(
            BooleanSupplier isReady,
            BiFunction<StrategyModel, LocalDate, Scoring> scores,
            StrategyStore store,
            DayRecords records,
            ClusterLockService locks,
            Clock clock) {
        this.isReady = isReady;
        this.scores = scores;
        this.store = store;
        this.records = records;
        this.locks = locks;
        this.clock = clock;
    }

    /** Records what is due; cheap when nothing is. Call it every few seconds, on every node. */
    public void tick() {
        if (isReady.getAsBoolean()) {
            OncePerCluster.run(locks, LOCK, this::recordWhatIsDue);
        }
    }

    private void recordWhatIsDue() {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        LocalDate today = LocalDate.now(clock);
        if (Duration.between(endOf(today.minusDays(1)), now).compareTo(JUST_ENDED) < 0) {
            recordYesterday(today.minusDays(1), now);
        }
        recordToday(today, now);
    }

    /** The first instant after a day. */
    private Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(clock.getZone()).toInstant();
    }

    private void recordYesterday(LocalDate day, Instant now) {
        Instant end = endOf(day);
        StrategyModel then = store.modelBefore(end);
        record(then, day, now, end);
    }

    private void recordToday(LocalDate day, Instant now) {
        record(store.model(), day, now, now.minus(EVERY));
    }

    /** @param since a record that was taken then or later will do */
    private void record(StrategyModel model, LocalDate day, Instant now, Instant since) {
        List<Plan> due = model.plans().stream()
                .filter(plan -> !isRecorded(plan, day, since))
                .toList();
        if (!due.isEmpty()) {
            Scoring scoring = scores.apply(model, day);
            due.forEach(plan -> keep(plan, model, day, now, scoring));
        }
    }

    private boolean isRecorded(Plan plan, LocalDate day, Instant since) {
        Optional<DayRecord> last = records.newest(plan.key(), day);
        return last.isPresent()
                && last.get().day().equals(day)
                && last.get().taken().isAfter(since.minusMillis(1));
    }

    private void keep(Plan plan, StrategyModel model, LocalDate day, Instant now, Scoring scoring) {
        try {
            OpenDay open = scoring.orphans(
                    plan.key(),
                    ExemptionQueries.exempting(model, scoring.moment().queries(), day),
                    OpenDay::of);
            String document = DayDocument.of(model, scoring.plan(plan.key()), open);
            records.keep(new DayRecord(plan.key(), day, now, document));
        } catch (RuntimeException failed) {
            LOG.warn("{} of {} could not be recorded; it is tried again", plan.key(), day, failed);
        }
    }
}

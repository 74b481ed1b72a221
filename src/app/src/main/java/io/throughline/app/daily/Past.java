package io.throughline.app.daily;

import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import io.throughline.app.live.IndexHealth;
import io.throughline.app.live.InstanceTime;
import io.throughline.app.live.PlanReading;
import io.throughline.app.store.StrategyStore;
import io.throughline.core.coverage.OpenWork;
import io.throughline.core.delivery.RecordedDeliveries;
import io.throughline.core.scorecard.PlanScore;
import io.throughline.core.strategy.StrategyModel;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/** Reads past days: the strategy along the log, the deliveries as they were recorded, the outcomes as they follow. */
@JiraComponent
public class Past {
    private final StrategyStore store;
    private final DayRecords records;
    private final Clock clock;

    @Inject
    public Past(StrategyStore store, DayRecords records) {
        this(store, records, InstanceTime.clock());
    }

    /** @param clock with the instance's time zone */
    public Past(StrategyStore store, DayRecords records, Clock clock) {
        this.store = store;
        this.records = records;
        this.clock = clock;
    }

    /** The day that runs. */
    public LocalDate today() {
        return LocalDate.now(clock);
    }

    /** The strategy at the end of a day; on a day before the first change it is empty. */
    public StrategyModel model(LocalDate day) {
        return store.modelBefore(day.plusDays(1).atStartOfDay(clock.getZone()).toInstant());
    }

    /** What was recorded for a day, or for the last one before it; empty before the first. */
    public Optional<DayRecord> record(String plan, LocalDate day) {
        return records.newest(plan, day);
    }

    /** The numbers of a plan at the end of a past day. */
    public PlanReading plan(StrategyModel then, String plan, LocalDate day, Optional<DayRecord> record) {
        RecordedDeliveries deliveries = record.map(DayDocument::deliveries)
                .orElseGet(() -> new RecordedDeliveries(Map.of(), Map.of(), Map.of()));
        return new Reading(PlanScore.past(then, plan, day, deliveries, store.kept(then)));
    }

    private record Reading(PlanScore score) implements PlanReading {
        @Override
        public IndexHealth health() {
            return new IndexHealth(true, 0, 0, 0);
        }

        @Override
        public OpenWork openWork() {
            throw new UnsupportedOperationException("the work of a past day is not recorded item by item");
        }

        /** Which of the items of that day somebody may browse today, nobody can tell any more. */
        @Override
        public boolean knowsHidden() {
            return false;
        }

        @Override
        public int hidden(String nodeKey) {
            return 0;
        }

        @Override
        public int hidden(long link) {
            return 0;
        }
    }
}

package io.throughline.app.live;

import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds what events missed: events are seen only by the node where the issue changed, and bulk operations may send none.
 *
 * <p>From cheap to whole. Every time: issues updated since the last look whose stamp is not the one in the index, and
 * {@link ArchiveCounts}. Every ten minutes: issues that are in Jira and not here, or here and not in Jira. Every night:
 * every issue read again and compared, for changes that touch no stamp; how many differed is told by {@link Drift}.
 * Whatever else is found is noted like an event.
 */
@JiraComponent
public class CatchUp {
    static final Duration OVERLAP = Duration.ofMinutes(2);
    static final Duration BETWEEN_IDS = Duration.ofMinutes(10);
    /** In the time zone of the instance; not on the hour, when everything else runs, and after the queries of the night. */
    static final LocalTime NIGHT = LocalTime.of(3, 17);

    private static final Logger LOG = LoggerFactory.getLogger(CatchUp.class);

    private final IndexKeeper keeper;
    private final WorkSource source;
    private final Clock clock;
    private final ArchiveCounts counts;
    /** The ids of all issues, read or being read ahead of the next comparison. */
    private final AtomicReference<@Nullable FutureTask<long[]>> ahead = new AtomicReference<>();

    private Instant lookedAt;
    private Instant comparedAt;
    private Instant nextNight;

    @Inject
    public CatchUp(IndexKeeper keeper, WorkSource source) {
        this(keeper, source, InstanceTime.clock());
    }

    CatchUp(IndexKeeper keeper, WorkSource source, Clock clock) {
        this.keeper = keeper;
        this.source = source;
        this.clock = clock;
        counts = new ArchiveCounts(keeper, source);
        lookedAt = clock.instant();
        comparedAt = lookedAt;
        nextNight = nightAfter(lookedAt);
        keeper.onLoaded(this::loaded);
    }

    /** What was saved knows nothing of what came after, nor of what is gone since; nor was it compared in a night in between. */
    private synchronized void loaded(Instant at) {
        lookedAt = at;
        comparedAt = Instant.EPOCH;
        nextNight = nightAfter(at);
    }

    /** Takes the looks that are due; does nothing before the first fill is done or loaded. */
    public synchronized void run() {
        if (!keeper.health().ready() && !keeper.awaitsCatchUp()) {
            return;
        }
        Instant now = clock.instant();
        noteUpdated(lookedAt.minus(OVERLAP));
        lookedAt = now;
        if (!now.isBefore(comparedAt.plus(BETWEEN_IDS))) {
            compareIds();
            comparedAt = now;
        }
        keeper.caughtUp(now);
        counts.compare(); // after that: it takes two looks anyhow, and a start need not wait for the first
        if (!now.isBefore(nextNight)) {
            keeper.compareAll();
            nextNight = nightAfter(now);
        }
    }

    private Instant nightAfter(Instant at) {
        ZonedDateTime here = at.atZone(clock.getZone());
        ZonedDateTime night = here.with(NIGHT);
        return (night.isAfter(here) ? night : night.plusDays(1)).toInstant();
    }

    /** Looks at once if an index was loaded that is not shown before somebody looked. */
    public void runIfAwaited() {
        if (keeper.awaitsCatchUp()) {
            run();
        }
    }

    private void noteUpdated(Instant since) {
        Optional<Map<Long, Instant>> updated = source.updatedSince(since);
        if (updated.isEmpty()) {
            keeper.readAllAgain();
            return;
        }
        List<Long> missed = new ArrayList<>();
        for (Map.Entry<Long, Instant> each : updated.get().entrySet()) {
            boolean isKnown = keeper.index().isCurrent(each.getKey(), each.getValue());
            if (!isKnown) {
                missed.add(each.getKey());
            }
        }
        note(missed);
    }

    /**
     * Reads the ids for the next comparison now, while a saved index is loaded. What is created or deleted from here on is
     * announced, or found as what nobody announces is found.
     */
    public void readAhead() {
        FutureTask<long[]> reading = new FutureTask<>(this::ids);
        ahead.set(reading);
        reading.run();
    }

    private long[] ids() {
        long[] ids = source.allIssues();
        Arrays.sort(ids);
        return ids;
    }

    private long[] idsReadAhead() {
        FutureTask<long[]> reading = ahead.getAndSet(null);
        try {
            return reading == null ? ids() : reading.get();
        } catch (ExecutionException failed) {
            return ids(); // or fails as that one did, and is tried again with the next tick
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while the ids of issues were read", asked);
        }
    }

    private void compareIds() {
        List<Long> missed = keeper.differing(idsReadAhead());
        if (missed.size() > IndexKeeper.CHUNK) {
            keeper.readAllAgain();
        } else {
            note(missed);
        }
    }

    private void note(List<Long> missed) {
        if (!missed.isEmpty()) {
            LOG.debug("{} changed issues were not announced here", missed.size());
            keeper.changed(missed);
        }
    }
}

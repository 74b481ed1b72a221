package io.throughline.app.jira;

import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import com.atlassian.plugin.spring.scanner.annotation.imports.ComponentImport;
import com.atlassian.scheduler.JobRunnerResponse;
import com.atlassian.scheduler.SchedulerService;
import com.atlassian.scheduler.SchedulerServiceException;
import com.atlassian.scheduler.config.JobConfig;
import com.atlassian.scheduler.config.JobId;
import com.atlassian.scheduler.config.JobRunnerKey;
import com.atlassian.scheduler.config.RunMode;
import com.atlassian.scheduler.config.Schedule;
import io.throughline.app.daily.DayKeeper;
import io.throughline.app.daily.LateAchievements;
import io.throughline.app.digest.DigestKeeper;
import io.throughline.app.live.CatchUp;
import io.throughline.app.live.FeedKeeper;
import io.throughline.app.live.IndexKeeper;
import io.throughline.app.live.KpiKeeper;
import io.throughline.app.live.QueryKeeper;
import io.throughline.app.live.Threads;
import io.throughline.app.remind.ReminderKeeper;
import io.throughline.app.suggest.Suggester;
import jakarta.inject.Inject;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What runs again and again. On every node, on one thread of its own: following the query results, asking queries about
 * changed issues, and looking for what events missed; on another one, because that must not wait: following the feed. Once a
 * night, once in the cluster: every query whole, and every KPI that is counted in Jira.
 */
@JiraComponent
public class JiraClockwork {
    private static final Logger LOG = LoggerFactory.getLogger(JiraClockwork.class);
    private static final JobRunnerKey NIGHTLY = JobRunnerKey.of("io.throughline.strategy.queries.nightly");
    /** At 02:17: not on the hour, when everything else runs. */
    private static final String AT_NIGHT = "0 17 2 * * ?";

    private static final long FOLLOW_SECONDS = 1;
    private static final long CATCH_UP_SECONDS = 20;

    private final SchedulerService scheduler;
    private final IndexKeeper index;
    private final FeedKeeper feed;
    private final QueryKeeper queries;
    private final KpiKeeper kpis;
    private final CatchUp catchUp;
    private final DayKeeper days;
    private final LateAchievements achievements;
    private final ReminderKeeper reminders;
    private final DigestKeeper digests;
    private final Suggester suggester;
    private final Threads threads;
    private @Nullable ScheduledExecutorService ticking;
    private @Nullable ScheduledExecutorService following;

    @Inject
    public JiraClockwork(
            @ComponentImport SchedulerService scheduler,
            IndexKeeper index,
            FeedKeeper feed,
            QueryKeeper queries,
            KpiKeeper kpis,
            CatchUp catchUp,
            DayKeeper days,
            LateAchievements achievements,
            ReminderKeeper reminders,
            DigestKeeper digests,
            Suggester suggester,
            Threads threads) {
        this.scheduler = scheduler;
        this.index = index;
        this.feed = feed;
        this.queries = queries;
        this.kpis = kpis;
        this.catchUp = catchUp;
        this.days = days;
        this.achievements = achievements;
        this.reminders = reminders;
        this.digests = digests;
        this.suggester = suggester;
        this.threads = threads;
        // a start waits for it, and on the other threads it would wait for queries, reminders and suggestions
        index.onLoading(() -> once("throughline-ids", catchUp::readAhead));
        index.onAwaitingCatchUp(() -> once("throughline-start", catchUp::runIfAwaited));
    }

    private void once(String name, Runnable task) {
        Thread thread = new Thread(() -> quietly(task), name);
        thread.setDaemon(true);
        thread.start();
    }

    synchronized void start() {
        if (ticking != null) {
            return;
        }
        scheduler.registerJobRunner(NIGHTLY, request -> {
            queries.evaluateAll();
            kpis.measureAll();
            return JobRunnerResponse.success();
        });
        try {
            scheduler.scheduleJob(
                    JobId.of(NIGHTLY.toString()),
                    JobConfig.forJobRunnerKey(NIGHTLY)
                            .withRunMode(RunMode.RUN_ONCE_PER_CLUSTER)
                            .withSchedule(Schedule.forCronExpression(AT_NIGHT)));
        } catch (SchedulerServiceException e) {
            LOG.warn("Queries will not run every night; each node still runs those that missed a night", e);
        }
        ScheduledExecutorService mainly = thread("throughline-clockwork");
        ticking = mainly;
        every(mainly, FOLLOW_SECONDS, this::follow);
        every(mainly, CATCH_UP_SECONDS, this::catchUp);
        every(mainly, CATCH_UP_SECONDS, reminders::tick);
        every(mainly, CATCH_UP_SECONDS, digests::tick);
        every(mainly, CATCH_UP_SECONDS, this::suggest);
        following = thread("throughline-feed");
        every(following, FOLLOW_SECONDS, feed::tick);
    }

    synchronized void stop() {
        scheduler.unregisterJobRunner(NIGHTLY); // the job stays, for the other nodes
        if (ticking != null) {
            ticking.shutdownNow();
            ticking = null;
        }
        if (following != null) {
            following.shutdownNow();
            following = null;
        }
    }

    private static ScheduledExecutorService thread(String name) {
        return Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        });
    }

    private void follow() {
        catchUp.runIfAwaited();
        queries.follow();
        queries.lookAtChanges();
    }

    private void catchUp() {
        if (index.health().ready()) {
            queries.catchUp();
            kpis.catchUp();
        }
        catchUp.run();
        days.tick();
        achievements.tick();
    }

    /** Reads the texts of many issues, which can wait until the index has been read. */
    private void suggest() {
        if (index.health().ready()) {
            suggester.tick();
        }
    }

    /** The first time at once: after a start there is most to catch up with. */
    private void every(ScheduledExecutorService thread, long seconds, Runnable task) {
        thread.scheduleWithFixedDelay(() -> quietly(task), 1, seconds, TimeUnit.SECONDS);
    }

    /** What fails now is tried again with the next tick; an exception would end the ticking. */
    private void quietly(Runnable task) {
        try {
            threads.run(task);
        } catch (RuntimeException failed) {
            LOG.warn("Will be tried again", failed);
        }
    }
}

package io.throughline.host.services;

import com.atlassian.beehive.ClusterLock;
import com.atlassian.beehive.ClusterLockService;
import com.atlassian.scheduler.JobRunner;
import com.atlassian.scheduler.JobRunnerRequest;
import com.atlassian.scheduler.JobRunnerResponse;
import com.atlassian.scheduler.SchedulerService;
import com.atlassian.scheduler.SchedulerServiceException;
import com.atlassian.scheduler.config.IntervalScheduleInfo;
import com.atlassian.scheduler.config.JobConfig;
import com.atlassian.scheduler.config.JobId;
import com.atlassian.scheduler.config.JobRunnerKey;
import com.atlassian.scheduler.config.RunMode;
import com.atlassian.scheduler.config.Schedule;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Jobs. Those of a cluster are rows that outlive the node; a node that knows the runner claims a due row and runs it under the
 * cluster lock of the job, so that no run overlaps another. Local ones live and die with the node. Runs have no user.
 */
public final class HostSchedulerService implements SchedulerService, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(HostSchedulerService.class);

    /** As in Jira: jobs of a cluster do not run more often than this. */
    private static final long SHORTEST_CLUSTER_INTERVAL = 60_000;

    private static final int THREADS = 4;

    private final Map<JobRunnerKey, JobRunner> runners = new ConcurrentHashMap<>();
    private final Map<JobId, Job> localJobs = new ConcurrentHashMap<>();
    private final JobRows rows;
    private final ClusterLockService locks;
    private final Clock clock;
    private final ExecutorService workers = Executors.newFixedThreadPool(THREADS, named("scheduler"));
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(named("scheduler-timer"));
    private volatile boolean stopping;

    HostSchedulerService(JobRows rows, ClusterLockService locks, Clock clock) {
        this.rows = rows;
        this.locks = locks;
        this.clock = clock;
    }

    /**
     * From now on jobs run; before, they are only kept.
     *
     * @param pause between two looks at what is due
     */
    void start(Duration pause) {
        timer.scheduleWithFixedDelay(this::runDueJobs, 0, pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void registerJobRunner(JobRunnerKey jobRunnerKey, JobRunner jobRunner) {
        runners.put(jobRunnerKey, jobRunner);
    }

    @Override
    public void unregisterJobRunner(JobRunnerKey jobRunnerKey) {
        runners.remove(jobRunnerKey);
    }

    @Override
    public void scheduleJob(JobId jobId, JobConfig jobConfig) throws SchedulerServiceException {
        unscheduleJob(jobId);
        Optional<Instant> first = JobTimes.first(jobConfig.getSchedule(), clock.instant());
        if (first.isEmpty()) {
            throw new SchedulerServiceException("job " + jobId + " would never run");
        }
        if (jobConfig.getRunMode() == RunMode.RUN_LOCALLY) {
            localJobs.put(jobId, new Job(jobId, jobConfig, first.get()));
        } else {
            rows.save(new Job(jobId, jobConfig.withSchedule(notTooOften(jobConfig.getSchedule())), first.get()));
        }
    }

    private static Schedule notTooOften(Schedule schedule) {
        IntervalScheduleInfo interval = schedule.getIntervalScheduleInfo();
        if (interval == null
                || interval.getIntervalInMillis() == 0
                || interval.getIntervalInMillis() >= SHORTEST_CLUSTER_INTERVAL) {
            return schedule;
        }
        return Schedule.forInterval(SHORTEST_CLUSTER_INTERVAL, interval.getFirstRunTime());
    }

    @Override
    public void unscheduleJob(JobId jobId) {
        localJobs.remove(jobId);
        rows.delete(jobId);
    }

    private void runDueJobs() {
        try {
            Instant now = clock.instant();
            List<Job> due = new ArrayList<>(rows.due(now));
            localJobs.values().stream().filter(job -> !job.due().isAfter(now)).forEach(due::add);
            for (Job job : due) {
                JobRunner runner = runners.get(job.config().getJobRunnerKey());
                if (runner != null && claim(job, JobTimes.after(job.config().getSchedule(), job.due(), now))) {
                    workers.execute(() -> run(job, runner));
                }
            }
        } catch (RuntimeException | SchedulerServiceException failed) {
            // The next tick tries again; an exception that escapes would end the timer for good.
            LOG.warn("jobs could not be looked up", failed);
        }
    }

    private boolean claim(Job job, Optional<Instant> next) {
        if (job.config().getRunMode() == RunMode.RUN_ONCE_PER_CLUSTER) {
            return rows.claim(job, next);
        }
        return next.isPresent()
                ? localJobs.replace(job.id(), job, new Job(job.id(), job.config(), next.get()))
                : localJobs.remove(job.id(), job);
    }

    private void run(Job job, JobRunner runner) {
        if (job.config().getRunMode() == RunMode.RUN_LOCALLY) {
            runNow(job, runner);
            return;
        }
        ClusterLock lock = locks.getLockForName("host.job." + job.id());
        if (!lock.tryLock()) {
            LOG.info("job {} is still running; this run is left out", job.id());
            return;
        }
        try {
            runNow(job, runner);
        } finally {
            lock.unlock();
        }
    }

    private void runNow(Job job, JobRunner runner) {
        Date started = Date.from(clock.instant());
        try {
            JobRunnerResponse response = runner.runJob(new Run(started, job.id(), job.config(), () -> stopping));
            LOG.debug("job {} ran: {}", job.id(), response == null ? "no answer" : response.getRunOutcome());
        } catch (RuntimeException | LinkageError failed) {
            LOG.error("job {} failed", job.id(), failed);
        }
    }

    @Override
    public void close() {
        stopping = true;
        timer.shutdownNow();
        workers.shutdown();
        try {
            if (!workers.awaitTermination(5, TimeUnit.SECONDS)) {
                workers.shutdownNow();
            }
        } catch (InterruptedException asked) {
            workers.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }

    private static ThreadFactory named(String name) {
        AtomicInteger number = new AtomicInteger();
        return work -> {
            Thread thread = new Thread(work, name + "-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }

    private record Run(
            Date getStartTime, JobId getJobId, JobConfig getJobConfig, java.util.function.BooleanSupplier cancelled)
            implements JobRunnerRequest {}
}

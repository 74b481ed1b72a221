package io.throughline.host.services;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.atlassian.scheduler.JobRunner;
import com.atlassian.scheduler.JobRunnerResponse;
import com.atlassian.scheduler.SchedulerServiceException;
import com.atlassian.scheduler.config.JobConfig;
import com.atlassian.scheduler.config.JobId;
import com.atlassian.scheduler.config.JobRunnerKey;
import com.atlassian.scheduler.config.RunMode;
import com.atlassian.scheduler.config.Schedule;
import io.throughline.host.db.Dialect;
import io.throughline.host.db.OnBothDatabases;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("slow")
class HostSchedulerServiceTest {
    private static final JobRunnerKey RUNNER = JobRunnerKey.of("runner");
    private static final Duration PAUSE = Duration.ofMillis(50);

    @Nested
    class OnH2 extends TwoNodes {
        @Override
        protected Dialect dialect() {
            return Dialect.H2;
        }
    }

    @Nested
    class OnPostgres extends TwoNodes {
        @Override
        protected Dialect dialect() {
            return Dialect.POSTGRESQL;
        }
    }

    abstract static class TwoNodes extends OnBothDatabases {
        private final SettableClock clock = new SettableClock(Instant.parse("2026-03-02T10:00:00Z"));
        private final List<String> runs = new CopyOnWriteArrayList<>();
        private HostClusterLockService locks;
        private HostSchedulerService one;
        private HostSchedulerService two;

        @BeforeEach
        void start() {
            HostTables.create(database);
            locks = new HostClusterLockService(Lease.ALONE);
            one = new HostSchedulerService(new JobRows(database.jdbi()), locks, clock);
            two = new HostSchedulerService(new JobRows(database.jdbi()), locks, clock);
            one.registerJobRunner(RUNNER, note("one"));
            two.registerJobRunner(RUNNER, note("two"));
            one.start(PAUSE);
            two.start(PAUSE);
        }

        @AfterEach
        void stop() {
            one.close();
            two.close();
        }

        private JobRunner note(String node) {
            return request -> {
                runs.add(node + " " + request.getJobConfig().getParameters().getOrDefault("p", ""));
                return JobRunnerResponse.success();
            };
        }

        @Test
        void aJobOfTheClusterRunsOnOneNodeAtATime() throws Exception {
            one.scheduleJob(JobId.of("j"), every(Duration.ofMinutes(5)));

            eventually(() -> runs.size() == 1);
            clock.forward(Duration.ofMinutes(5));
            eventually(() -> runs.size() == 2);
            someLooks();

            assertThat(runs).hasSize(2);
        }

        @Test
        void itsParametersComeAlong() throws Exception {
            one.scheduleJob(JobId.of("j"), JobConfig.forJobRunnerKey(RUNNER).withParameters(Map.of("p", "kept")));

            eventually(() -> !runs.isEmpty());

            assertThat(runs.get(0)).endsWith("kept");
        }

        @Test
        void aLocalJobRunsWhereItWasScheduled() throws Exception {
            two.scheduleJob(JobId.of("j"), every(Duration.ofSeconds(1)).withRunMode(RunMode.RUN_LOCALLY));

            eventually(() -> runs.size() == 1);
            clock.forward(Duration.ofSeconds(1));
            eventually(() -> runs.size() == 2);

            assertThat(runs).containsOnly("two ");
        }

        @Test
        void ajobWithoutARunnerWaitsForOne() throws Exception {
            one.unregisterJobRunner(RUNNER);
            two.unregisterJobRunner(RUNNER);
            one.scheduleJob(JobId.of("j"), JobConfig.forJobRunnerKey(RUNNER));
            someLooks();
            assertThat(runs).isEmpty();

            two.registerJobRunner(RUNNER, note("late"));
            eventually(() -> runs.size() == 1);

            assertThat(runs).containsExactly("late ");
        }

        @Test
        void anUnscheduledJobDoesNotRun() throws Exception {
            JobConfig later = JobConfig.forJobRunnerKey(RUNNER)
                    .withSchedule(Schedule.runOnce(Date.from(clock.instant().plusSeconds(60))));
            one.scheduleJob(JobId.of("j"), later);

            two.unscheduleJob(JobId.of("j"));
            clock.forward(Duration.ofMinutes(2));
            someLooks();

            assertThat(runs).isEmpty();
        }

        @Test
        void aJobOfTheClusterRunsAtMostOnceAMinute() throws Exception {
            one.scheduleJob(JobId.of("j"), every(Duration.ofSeconds(1)));
            eventually(() -> runs.size() == 1);

            clock.forward(Duration.ofSeconds(30));
            someLooks();
            assertThat(runs).hasSize(1);
            clock.forward(Duration.ofSeconds(30));
            eventually(() -> runs.size() == 2);
        }

        private static JobConfig every(Duration interval) {
            return JobConfig.forJobRunnerKey(RUNNER).withSchedule(Schedule.forInterval(interval.toMillis(), null));
        }

        /** Time in which both nodes looked for due jobs several times. */
        private static void someLooks() throws InterruptedException {
            Thread.sleep(8 * PAUSE.toMillis());
        }

        private static void eventually(BooleanSupplier condition) throws InterruptedException {
            for (int i = 0; i < 1500 && !condition.getAsBoolean(); i++) {
                Thread.sleep(10);
            }
            assertThat(condition.getAsBoolean()).isTrue();
        }
    }

    @Test
    void cronDaysOfTheWeekAreQuartzs() throws Exception {
        // 2 March 2026 is a Monday; in Quartz 2 is Monday and 1 is Sunday.
        Instant monday = Instant.parse("2026-03-02T10:00:00Z");
        TimeZone utc = TimeZone.getTimeZone("UTC");

        assertThat(JobTimes.first(Schedule.forCronExpression("0 0 12 ? * 2", utc), monday))
                .contains(Instant.parse("2026-03-02T12:00:00Z"));
        assertThat(JobTimes.first(Schedule.forCronExpression("0 0 12 ? * 1", utc), monday))
                .contains(Instant.parse("2026-03-08T12:00:00Z"));
        assertThat(JobTimes.first(Schedule.forCronExpression("0 30 2 * * ?", utc), monday))
                .contains(Instant.parse("2026-03-03T02:30:00Z"));
        assertThat(JobTimes.first(Schedule.forCronExpression("0 0 3 ? * MON-FRI *", utc), monday))
                .contains(Instant.parse("2026-03-03T03:00:00Z"));
    }

    @Test
    void anUnreadableCronExpressionIsRefused() {
        assertThatThrownBy(() -> JobTimes.first(Schedule.forCronExpression("every day"), Instant.EPOCH))
                .isInstanceOf(SchedulerServiceException.class);
    }

    private static final class SettableClock extends Clock {
        private volatile Instant now;

        SettableClock(Instant now) {
            this.now = now;
        }

        void forward(Duration duration) {
            now = now.plus(duration);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}

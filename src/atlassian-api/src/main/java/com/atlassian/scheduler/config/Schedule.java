package com.atlassian.scheduler.config;

import jakarta.annotation.Nullable;
import java.util.Date;
import java.util.TimeZone;

/**
 * When a job runs: by cron expression, or at intervals, where an interval of 0 means once.
 *
 * <p>Source: dossier 2.5 [P7], its getters read in a stored copy of the type [S6].
 */
public final class Schedule {
    private final CronScheduleInfo cron;
    private final IntervalScheduleInfo interval;

    private Schedule(@Nullable CronScheduleInfo cron, @Nullable IntervalScheduleInfo interval) {
        this.cron = cron;
        this.interval = interval;
    }

    public static Schedule forCronExpression(String cronExpression) {
        return forCronExpression(cronExpression, null);
    }

    public static Schedule forCronExpression(String cronExpression, @Nullable TimeZone timeZone) {
        return new Schedule(new CronScheduleInfo(cronExpression, timeZone), null);
    }

    public static Schedule runOnce(@Nullable Date runTime) {
        return forInterval(0, runTime);
    }

    public static Schedule forInterval(long intervalInMillis, @Nullable Date firstRunTime) {
        return new Schedule(null, new IntervalScheduleInfo(firstRunTime, intervalInMillis));
    }

    @Nullable
    public CronScheduleInfo getCronScheduleInfo() {
        return cron;
    }

    @Nullable
    public IntervalScheduleInfo getIntervalScheduleInfo() {
        return interval;
    }
}

package com.atlassian.scheduler.config;

import jakarta.annotation.Nullable;
import java.util.Objects;
import java.util.TimeZone;

/**
 * The cron half of a schedule.
 *
 * <p>Source: dossier 2.5, read in a stored copy of the type [S6].
 */
public final class CronScheduleInfo {
    private final String cronExpression;
    private final TimeZone timeZone;

    CronScheduleInfo(String cronExpression, @Nullable TimeZone timeZone) {
        this.cronExpression = Objects.requireNonNull(cronExpression, "cronExpression");
        this.timeZone = timeZone;
    }

    public String getCronExpression() {
        return cronExpression;
    }

    @Nullable
    public TimeZone getTimeZone() {
        return timeZone;
    }
}

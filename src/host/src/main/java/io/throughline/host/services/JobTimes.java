package io.throughline.host.services;

import com.atlassian.scheduler.SchedulerServiceException;
import com.atlassian.scheduler.config.CronScheduleInfo;
import com.atlassian.scheduler.config.IntervalScheduleInfo;
import com.atlassian.scheduler.config.Schedule;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.TimeZone;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.scheduling.support.CronExpression;

/** When a schedule comes next. */
final class JobTimes {

    private static final Pattern NUMBER_OF_A_DAY = Pattern.compile("(?<![#/\\d])[1-7](?!\\d)");

    private JobTimes() {}

    /** The first run: a cron's next moment, an interval's first run time, or at once. */
    static Optional<Instant> first(Schedule schedule, Instant now) throws SchedulerServiceException {
        IntervalScheduleInfo interval = schedule.getIntervalScheduleInfo();
        if (interval == null) {
            return afterCron(schedule.getCronScheduleInfo(), now);
        }
        return Optional.of(
                interval.getFirstRunTime() == null
                        ? now
                        : interval.getFirstRunTime().toInstant());
    }

    /** The run after one that was due at {@code due}; empty when that was the last. Missed runs are made up for once. */
    static Optional<Instant> after(Schedule schedule, Instant due, Instant now) throws SchedulerServiceException {
        IntervalScheduleInfo interval = schedule.getIntervalScheduleInfo();
        if (interval == null) {
            return afterCron(schedule.getCronScheduleInfo(), now);
        }
        if (interval.getIntervalInMillis() == 0) {
            return Optional.empty();
        }
        Instant next = due.plusMillis(interval.getIntervalInMillis());
        return Optional.of(next.isAfter(now) ? next : now.plusMillis(interval.getIntervalInMillis()));
    }

    private static Optional<Instant> afterCron(CronScheduleInfo cron, Instant now) throws SchedulerServiceException {
        ZoneId zone =
                Optional.ofNullable(cron.getTimeZone()).map(TimeZone::toZoneId).orElseGet(ZoneId::systemDefault);
        ZonedDateTime next = parse(cron.getCronExpression()).next(now.atZone(zone));
        return Optional.ofNullable(next).map(ZonedDateTime::toInstant);
    }

    /**
     * Quartz counts the days of a week from 1 = Sunday and may have a seventh field for the year; Spring counts from 0 = Sunday and
     * has six fields.
     */
    private static CronExpression parse(String quartz) throws SchedulerServiceException {
        String[] fields = quartz.trim().split("\\s+");
        if (fields.length == 7 && !fields[6].equals("*") || fields.length < 6 || fields.length > 7) {
            throw new SchedulerServiceException("the host reads cron expressions of six fields, not: " + quartz);
        }
        Matcher days = NUMBER_OF_A_DAY.matcher(fields[5]);
        fields[5] = days.replaceAll(day -> Integer.toString(Integer.parseInt(day.group()) - 1));
        try {
            return CronExpression.parse(String.join(" ", java.util.Arrays.copyOf(fields, 6)));
        } catch (IllegalArgumentException unreadable) {
            throw new SchedulerServiceException("cannot read cron expression " + quartz, unreadable);
        }
    }
}

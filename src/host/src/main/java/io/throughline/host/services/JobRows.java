package io.throughline.host.services;

import com.atlassian.scheduler.SchedulerServiceException;
import com.atlassian.scheduler.config.CronScheduleInfo;
import com.atlassian.scheduler.config.IntervalScheduleInfo;
import com.atlassian.scheduler.config.JobConfig;
import com.atlassian.scheduler.config.JobId;
import com.atlassian.scheduler.config.JobRunnerKey;
import com.atlassian.scheduler.config.RunMode;
import com.atlassian.scheduler.config.Schedule;
import io.throughline.host.db.RowRace;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TimeZone;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The jobs that run once per cluster, as rows. Parameters are kept by Java serialisation and read with the host's class loader:
 * what is not of the JDK cannot be read again, as on the products.
 */
final class JobRows {
    private static final Logger LOG = LoggerFactory.getLogger(JobRows.class);

    private final Jdbi jdbi;

    JobRows(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    void save(Job job) throws SchedulerServiceException {
        byte[] parameters = write(job.config().getParameters());
        CronScheduleInfo cron = job.config().getSchedule().getCronScheduleInfo();
        IntervalScheduleInfo interval = job.config().getSchedule().getIntervalScheduleInfo();
        RowRace.repeat(() -> jdbi.inTransaction(handle -> {
            handle.execute("delete from host_job where id = ?", job.id().toString());
            return handle.createUpdate(
                            "insert into host_job (id, runner, cron, zone, first_run, every, parameters, due)"
                                    + " values (:id, :runner, :cron, :zone, :first, :every, :parameters, :due)")
                    .bind("id", job.id().toString())
                    .bind("runner", job.config().getJobRunnerKey().toString())
                    .bind("cron", cron == null ? null : cron.getCronExpression())
                    .bind(
                            "zone",
                            cron == null || cron.getTimeZone() == null
                                    ? null
                                    : cron.getTimeZone().getID())
                    .bind(
                            "first",
                            interval == null || interval.getFirstRunTime() == null
                                    ? null
                                    : (Long) interval.getFirstRunTime().getTime())
                    .bind("every", interval == null ? null : (Long) interval.getIntervalInMillis())
                    .bind("parameters", parameters)
                    .bind("due", job.due().toEpochMilli())
                    .execute();
        }));
    }

    void delete(JobId id) {
        jdbi.useHandle(handle -> handle.execute("delete from host_job where id = ?", id.toString()));
    }

    List<Job> due(Instant now) {
        return jdbi.withHandle(handle -> handle
                .createQuery("select * from host_job where due <= :now order by due")
                .bind("now", now.toEpochMilli())
                .map((row, context) -> read(row))
                .list()
                .stream()
                .flatMap(Optional::stream)
                .toList());
    }

    /**
     * Moves a due job on, or takes it away after its last run. Of all nodes that try, one succeeds.
     *
     * @param next empty after the last run
     */
    boolean claim(Job job, Optional<Instant> next) {
        String id = job.id().toString();
        long due = job.due().toEpochMilli();
        return jdbi.withHandle(handle -> next.isPresent()
                        ? handle.execute(
                                "update host_job set due = ? where id = ? and due = ?",
                                next.get().toEpochMilli(),
                                id,
                                due)
                        : handle.execute("delete from host_job where id = ? and due = ?", id, due))
                == 1;
    }

    private static Optional<Job> read(ResultSet row) throws SQLException {
        String id = row.getString("id");
        try {
            JobConfig config = JobConfig.forJobRunnerKey(JobRunnerKey.of(row.getString("runner")))
                    .withRunMode(RunMode.RUN_ONCE_PER_CLUSTER)
                    .withSchedule(schedule(row))
                    .withParameters(read(row.getBytes("parameters")));
            return Optional.of(new Job(JobId.of(id), config, Instant.ofEpochMilli(row.getLong("due"))));
        } catch (IOException | ClassNotFoundException unreadable) {
            LOG.error("parameters of job {} cannot be read; it does not run: {}", id, unreadable.toString());
            return Optional.empty();
        }
    }

    private static Schedule schedule(ResultSet row) throws SQLException {
        String cron = row.getString("cron");
        if (cron != null) {
            String zone = row.getString("zone");
            return Schedule.forCronExpression(cron, zone == null ? null : TimeZone.getTimeZone(zone));
        }
        long every = row.getLong("every");
        long first = row.getLong("first_run");
        return Schedule.forInterval(every, row.wasNull() ? null : new Date(first));
    }

    private static byte[] write(Map<String, Serializable> parameters) throws SchedulerServiceException {
        if (parameters.isEmpty()) {
            return null;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(new HashMap<>(parameters));
        } catch (IOException unwritable) {
            throw new SchedulerServiceException("parameters of a job must be serialisable", unwritable);
        }
        return bytes.toByteArray();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Serializable> read(byte[] bytes) throws IOException, ClassNotFoundException {
        if (bytes == null) {
            return Map.of();
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
            return (Map<String, Serializable>) in.readObject();
        }
    }
}

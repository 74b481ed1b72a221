package io.throughline.host.services;

import com.atlassian.mail.Email;
import com.atlassian.mail.queue.MailQueue;
import com.atlassian.mail.queue.MailQueueItem;
import com.atlassian.mail.queue.SingleMailQueueItem;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.RowMapper;

/** Outgoing mail, which is kept for the outbox page and never sent: there is no mail server here. */
public final class HostMailQueue implements MailQueue {

    private static final RowMapper<Mail> ROW = (row, context) -> new Mail(
            row.getLong("id"),
            row.getTimestamp("at").toInstant(),
            row.getString("receiver"),
            row.getString("subject"),
            row.getString("mime_type"),
            row.getString("body"));

    private final Jdbi jdbi;
    private final Clock clock;

    HostMailQueue(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /** @param to as the sender wrote it; several addresses are divided by commas */
    public record Mail(long id, Instant at, String to, String subject, String mimeType, String body) {}

    /** @throws IllegalArgumentException for an item that is not a single mail */
    @Override
    public void addItem(MailQueueItem item) {
        if (!(item instanceof SingleMailQueueItem single)) {
            throw new IllegalArgumentException("this host queues single mails only, not " + item.getClass());
        }
        Email email = single.getEmail();
        jdbi.useHandle(handle -> handle.createUpdate("insert into host_mail (at, receiver, subject, mime_type, body)"
                        + " values (:at, :to, :subject, :mime, :body)")
                .bind("at", Timestamp.from(clock.instant()))
                .bind("to", email.getTo())
                .bind("subject", email.getSubject())
                .bind("mime", email.getMimeType())
                .bind("body", email.getBody())
                .execute());
    }

    /** The newest first. */
    public List<Mail> newest(int limit) {
        return jdbi.withHandle(handle -> handle.createQuery("select * from host_mail order by id desc limit :limit")
                .bind("limit", limit)
                .map(ROW)
                .list());
    }

    public Optional<Mail> find(long id) {
        return jdbi.withHandle(handle -> handle.createQuery("select * from host_mail where id = :id")
                .bind("id", id)
                .map(ROW)
                .findOne());
    }
}

package io.throughline.app.store;

import com.atlassian.activeobjects.external.ActiveObjects;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import net.java.ao.DBParam;
import net.java.ao.Query;

/** What was answered to calls that carried an idempotency key. */
final class Answers {
    private static final Duration KEPT = Duration.ofHours(24);

    private final ActiveObjects ao;

    Answers(ActiveObjects ao) {
        this.ao = ao;
    }

    /** @throws OnceMismatch if the key came with another input */
    Optional<Answer> find(Once once, Instant now) {
        OnceRow[] rows = rows(once);
        if (rows.length == 0 || isOld(rows[0], now)) {
            return Optional.empty();
        }
        OnceRow row = rows[0];
        if (!row.getInputHash().equals(once.input())) {
            throw new OnceMismatch();
        }
        return Optional.of(
                new Answer(row.getAnswerStatus(), row.getAnswerLocation(), row.getAnswerEtag(), row.getAnswerBody()));
    }

    /** Keeps an answer, and forgets those that are too old. */
    void keep(Once once, Answer answer, Instant now) {
        ao.deleteWithSQL(OnceRow.class, "CREATED_MILLIS < ?", now.minus(KEPT).toEpochMilli());
        OnceRow row = ao.create(OnceRow.class, new DBParam("FINGERPRINT", once.fingerprint()));
        row.setInputHash(once.input());
        row.setCreatedMillis(now.toEpochMilli());
        row.setAnswerStatus(answer.status());
        row.setAnswerLocation(answer.location());
        row.setAnswerEtag(answer.etag());
        row.setAnswerBody(answer.body());
        row.save();
    }

    private OnceRow[] rows(Once once) {
        return ao.find(OnceRow.class, Query.select().where("FINGERPRINT = ?", once.fingerprint()));
    }

    private static boolean isOld(OnceRow row, Instant now) {
        return row.getCreatedMillis() < now.minus(KEPT).toEpochMilli();
    }
}

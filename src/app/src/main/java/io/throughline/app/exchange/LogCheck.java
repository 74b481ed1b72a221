package io.throughline.app.exchange;

import io.throughline.app.edit.FieldErrors;
import io.throughline.app.store.ChangeLog;
import io.throughline.app.store.LoggedChange;
import io.throughline.app.store.Replay;
import java.time.Instant;
import java.util.Map;

/** Walks the change log of a document: each row has to follow from the one above, by its hash and by what it says. */
final class LogCheck {
    private static final Map<Replay.Fault, String> FIELDS = Map.of(
            Replay.Fault.OBJECT, "object",
            Replay.Fault.UNREADABLE, "after",
            Replay.Fault.BEFORE, "before",
            Replay.Fault.NAME, "after");

    private final FieldErrors errors;
    private final Replay replay = new Replay();
    private long rows;
    private String hash = ChangeLog.NOTHING;
    private Instant at = Instant.EPOCH;

    LogCheck(FieldErrors errors) {
        this.errors = errors;
    }

    void follow(LoggedChange row, String path) {
        if (row.seq() != rows + 1) {
            errors.add(path + ".seq", "log.seq", rows + 1);
        } else if (!row.previous().equals(hash)) {
            errors.add(path + ".previous", "log.previous", hash);
        } else if (row.at().isBefore(at)) {
            errors.add(path + ".at", "log.at", at);
        } else if (!row.hash().equals(expected(row))) {
            errors.add(path + ".hash", "log.hash", expected(row));
        }
        replay.follow(row)
                .ifPresent(fault -> errors.add(path + "." + FIELDS.get(fault), "log.fault." + fault, row.object()));
        rows = row.seq();
        hash = row.hash();
        at = row.at();
    }

    private static String expected(LoggedChange row) {
        return ChangeLog.hash(
                row.previous(), row.seq(), row.at(), row.actor(), row.object(), row.before(), row.after());
    }

    long rows() {
        return rows;
    }

    String hash() {
        return hash;
    }

    Instant at() {
        return at;
    }

    Replay replay() {
        return replay;
    }
}

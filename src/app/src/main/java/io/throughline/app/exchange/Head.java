package io.throughline.app.exchange;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.throughline.app.edit.FieldErrors;
import io.throughline.app.edit.Fields;
import io.throughline.app.store.ChangeLog;
import io.throughline.app.store.Contents;
import io.throughline.app.store.Kind;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Where a document says that its log ends.
 *
 * @param numbers the last number given to each kind, by its prefix
 */
record Head(long sequence, String hash, Instant at, Map<String, Long> numbers) {
    static final Head NONE = new Head(0, ChangeLog.NOTHING, Instant.EPOCH, Map.of());

    private static final long MOST = 999_999_999_999_999_999L;

    static Head read(ObjectNode json, FieldErrors errors) {
        Fields in = Fields.at(json, errors, "head.");
        long sequence = in.count("sequence", 0, MOST);
        String hash = in.line("hash", Fields.NAME_LENGTH);
        Instant at = in.requiredInstant("at");
        Map<String, Long> numbers = new LinkedHashMap<>();
        Fields sent = in.object("numbers");
        if (sent == null) {
            in.wrong("numbers", "required.object");
        } else {
            for (Kind<?> kind : Contents.COUNTED) {
                numbers.put(kind.toString(), sent.count(kind.toString(), 0, MOST));
            }
            sent.finish();
        }
        in.finish();
        if (hash == null) {
            in.wrong("hash", "hash");
        }
        return new Head(sequence, hash == null ? "" : hash, at, numbers);
    }

    /** Whether the log ends where this says, with each number that it gave. */
    void check(LogCheck log, FieldErrors errors) {
        if (sequence != log.rows()) {
            errors.add("head.sequence", "head", log.rows());
        }
        if (!hash.equals(log.hash())) {
            errors.add("head.hash", "head", log.hash());
        }
        if (!at.equals(log.at())) {
            errors.add("head.at", "head", log.at());
        }
        for (Kind<?> kind : Contents.COUNTED) {
            long last = log.replay().lastNumber(kind);
            if (numbers.getOrDefault(kind.toString(), 0L) != last) {
                errors.add("head.numbers." + kind, "head", last);
            }
        }
    }
}

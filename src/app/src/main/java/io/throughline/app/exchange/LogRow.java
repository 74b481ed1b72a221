package io.throughline.app.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.throughline.app.edit.FieldErrors;
import io.throughline.app.edit.Fields;
import io.throughline.app.edit.StoredForm;
import io.throughline.app.store.LoggedChange;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads one row of the change log out of a document. */
final class LogRow {
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    private LogRow() {}

    /** @return empty if anything in it is wrong, which is said in the errors */
    static Optional<LoggedChange> read(ObjectNode json, FieldErrors errors, String at) {
        int known = errors.size();
        Fields in = Fields.at(json, errors, at + ".");
        long seq = in.count("seq", 1, Long.MAX_VALUE);
        Instant when = in.requiredInstant("at");
        String actor = line(in, "actor");
        String object = line(in, "object");
        for (String field : new String[] {"before", "after"}) {
            in.object(field);
            JsonNode value = json.path(field);
            if (value.isObject() && !StoredForm.isPlain(value)) {
                in.wrong(field, "storable");
            }
        }
        String previous = hash(in, "previous");
        String hash = hash(in, "hash");
        in.finish();
        if (errors.size() > known) {
            return Optional.empty();
        }
        ObjectNode before = json.path("before") instanceof ObjectNode object1 ? object1 : null;
        ObjectNode after = json.path("after") instanceof ObjectNode object2 ? object2 : null;
        return Optional.of(new LoggedChange(seq, when, actor, object, before, after, previous, hash));
    }

    private static String line(Fields in, String field) {
        String line = in.line(field, Fields.NAME_LENGTH);
        in.stripped(field);
        if (line == null && !in.isWrong(field)) {
            in.wrong(field, "required.text", Fields.NAME_LENGTH);
        }
        return line == null ? "?" : line;
    }

    private static String hash(Fields in, String field) {
        String hash = in.line(field, Fields.NAME_LENGTH);
        if ((hash == null || !HASH.matcher(hash).matches()) && !in.isWrong(field)) {
            in.wrong(field, "hash");
        }
        return hash == null ? "" : hash;
    }
}

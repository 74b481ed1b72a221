package io.throughline.app.store;

import com.atlassian.activeobjects.external.ActiveObjects;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import net.java.ao.Query;
import org.jspecify.annotations.Nullable;

/** The change log's table: appended to by writers, followed by every node, walked by the auditor. */
final class Journal {
    /** A node that is further behind reads the tables instead. */
    private static final long FEED_LIMIT = 12_000; // twice the largest batch of a person, and some

    private static final int WALK = 1_000;

    /** From so many rows on they are written together, so many at once. */
    private static final int MANY = 20;

    private static final int AT_ONCE = 500;

    private final ActiveObjects ao;

    Journal(ActiveObjects ao) {
        this.ao = ao;
    }

    /** Writes one row for each edit, and says where the log ends then. */
    HeadOfLog.Head append(HeadOfLog.Head head, String actor, Draft draft, List<Edit<?>> edits) {
        long seq = head.seq();
        String hash = head.hash();
        List<LoggedChange> rows = new ArrayList<>();
        for (Edit<?> edit : edits) {
            seq++;
            LoggedChange row = ChangeLog.next(hash, seq, draft.now(), actor, edit);
            rows.add(row);
            hash = row.hash();
        }
        if (rows.size() < MANY) {
            rows.forEach(this::insert);
        } else {
            for (int from = 0; from < rows.size(); from += AT_ONCE) {
                restore(rows.subList(from, Math.min(from + AT_ONCE, rows.size())));
            }
        }
        return new HeadOfLog.Head(seq, hash, draft.now(), draft.lastNumbers());
    }

    private void insert(LoggedChange change) {
        Map<String, Object> columns = columns(change);
        columns.values().removeIf(Objects::isNull);
        ao.create(ChangeLogRow.class, columns);
    }

    /** Appends rows as they are; the caller has seen that each follows the one above. */
    void restore(List<LoggedChange> changes) {
        ao.create(ChangeLogRow.class, changes.stream().map(Journal::columns).toList());
    }

    private static Map<String, Object> columns(LoggedChange change) {
        Map<String, Object> columns = new HashMap<>();
        columns.put("ID", change.seq());
        columns.put("AT_MILLIS", change.at().toEpochMilli());
        columns.put("ACTOR_KEY", change.actor());
        columns.put("OBJECT_REF", change.object());
        columns.put("BEFORE_JSON", text(change.before()));
        columns.put("AFTER_JSON", text(change.after()));
        columns.put("PREVIOUS_HASH", change.previous());
        columns.put("ROW_HASH", change.hash());
        return columns;
    }

    /**
     * A snapshot brought forward to a head along the log.
     *
     * @return empty if the log does not lead there: too far, backwards (a restored backup), or over a row that
     *     is missing or was tampered with; the tables are right then
     */
    Optional<Snapshot> advance(Snapshot from, HeadOfLog.Head head) {
        if (head.seq() == from.seq()) {
            return head.hash().equals(from.hash()) ? Optional.of(from) : Optional.empty();
        }
        if (head.seq() < from.seq() || head.seq() - from.seq() > FEED_LIMIT) {
            return Optional.empty();
        }
        long seq = from.seq();
        String hash = from.hash();
        List<LoggedChange> rows = new ArrayList<>();
        for (ChangeLogRow row : find(from.seq(), head.seq(), (int) FEED_LIMIT)) {
            if (!follows(seq, hash, row)) {
                return Optional.empty();
            }
            rows.add(read(row));
            seq++;
            hash = row.getRowHash();
        }
        boolean leadsThere = seq == head.seq() && hash.equals(head.hash());
        return leadsThere ? Optional.of(from.with(rows)) : Optional.empty();
    }

    private ChangeLogRow[] find(long after, long upTo, int limit) {
        return ao.find(
                ChangeLogRow.class,
                Query.select()
                        .where("ID > ? AND ID <= ?", after, upTo)
                        .order("ID ASC")
                        .limit(limit));
    }

    /**
     * A place in the log: after its row number {@code seq}.
     *
     * @param hash of that row; {@link ChangeLog#NOTHING} before the first
     */
    record Place(long seq, String hash) {
        static final Place START = new Place(0, ChangeLog.NOTHING);
    }

    /** Where the log ended just before an instant. Instants never fall along the log. */
    Place placeBefore(Instant end) {
        return place(Query.select().where("AT_MILLIS < ?", end.toEpochMilli()));
    }

    Place placeAt(long seq) {
        return place(Query.select().where("ID <= ?", seq));
    }

    private Place place(Query where) {
        ChangeLogRow[] rows = ao.find(ChangeLogRow.class, where.order("ID DESC").limit(1));
        return rows.length == 0 ? Place.START : new Place(rows[0].getID(), rows[0].getRowHash());
    }

    /** Rows behind a place, oldest first. */
    List<LoggedChange> after(long seq, long last, int limit) {
        return Arrays.stream(find(seq, last, limit)).map(Journal::read).toList();
    }

    ChangePage page(@Nullable String object, long start, int limit) {
        Query of = object == null
                ? Query.select()
                : Query.select().where("OBJECT_REF = ? OR OBJECT_REF LIKE ?", object, object.replace("%", "") + "/%");
        long total = ao.count(ChangeLogRow.class, of);
        List<LoggedChange> rows = new ArrayList<>();
        if (start < total) {
            for (ChangeLogRow row : ao.find(
                    ChangeLogRow.class, of.order("ID ASC").offset((int) start).limit(limit))) {
                rows.add(read(row));
            }
        }
        return new ChangePage(total, rows);
    }

    /** Who made an object: found by the index, however long the log is. */
    Optional<String> firstActor(String object) {
        Query of = Query.select().where("OBJECT_REF = ?", object);
        return Arrays.stream(ao.find(ChangeLogRow.class, of.order("ID ASC").limit(1)))
                .map(ChangeLogRow::getActorKey)
                .findFirst();
    }

    /** Rows from an instant to before another; of more than {@code most} the newest. Numbers have no gaps. */
    ChangePage between(Instant from, Instant before, int most) {
        long after = placeBefore(from).seq();
        long upTo = Math.max(after, placeBefore(before).seq());
        List<LoggedChange> rows = new ArrayList<>();
        for (long above = Math.max(after, upTo - most); above < upTo; above += WALK) {
            for (ChangeLogRow row : find(above, Math.min(upTo, above + WALK), WALK)) {
                rows.add(read(row));
            }
        }
        return new ChangePage(upTo - after, rows);
    }

    /** Every row up to a sequence, as it lies there, well-formed or not. */
    void each(long upTo, Consumer<ObjectNode> found) {
        long above = 0;
        while (above < upTo) {
            ChangeLogRow[] rows = find(above, upTo, WALK);
            if (rows.length == 0) {
                return;
            }
            for (ChangeLogRow row : rows) {
                found.accept(asItLies(row));
                above = row.getID();
            }
        }
    }

    private static ObjectNode asItLies(ChangeLogRow row) {
        Long at = row.getAtMillis();
        ObjectNode json = Json.object().put("seq", row.getID());
        json.put("at", at == null ? null : Instant.ofEpochMilli(at).toString());
        json.put("actor", row.getActorKey()).put("object", row.getObjectRef());
        json.<ObjectNode>set("before", asItLies(row.getBeforeJson())).set("after", asItLies(row.getAfterJson()));
        return json.put("previous", row.getPreviousHash()).put("hash", row.getRowHash());
    }

    /** The JSON that was stored; the text itself, if somebody made it unreadable. */
    private static @Nullable JsonNode asItLies(@Nullable String stored) {
        try {
            return json(stored);
        } catch (IllegalStateException | ClassCastException e) {
            return TextNode.valueOf(stored);
        }
    }

    /** The sequence of the last row; 0 without any. */
    long last() {
        ChangeLogRow[] rows =
                ao.find(ChangeLogRow.class, Query.select().order("ID DESC").limit(1));
        return rows.length == 0 ? 0 : rows[0].getID();
    }

    /**
     * Walks the log up to a head, and has each row replayed.
     *
     * @param last of the log, found before the head was read: a row that lies behind a head read later was never written
     *     by the gate, which writes both at once
     */
    Verification verify(long last, HeadOfLog.Head head, Replay replay) {
        long seq = 0;
        String hash = ChangeLog.NOTHING;
        while (seq < head.seq()) {
            // below the first row there is nothing either
            ChangeLogRow[] rows = find(seq == 0 ? Long.MIN_VALUE : seq, head.seq(), WALK);
            if (rows.length == 0) {
                return new Verification(seq, seq + 1);
            }
            for (ChangeLogRow row : rows) {
                if (!follows(seq, hash, row)) {
                    return new Verification(seq, seq + 1);
                }
                replay.follow(read(row));
                seq++;
                hash = row.getRowHash();
            }
        }
        if (!hash.equals(head.hash())) {
            return new Verification(seq, Math.max(seq, 1));
        }
        if (last > seq) {
            return new Verification(seq, seq + 1);
        }
        return replay.endsAt(head) ? new Verification(seq, null) : new Verification(seq, Math.max(seq, 1));
    }

    private static boolean follows(long above, String aboveHash, ChangeLogRow row) {
        try {
            return ChangeLog.follows(above, aboveHash, read(row));
        } catch (IllegalStateException | IllegalArgumentException | ClassCastException | NullPointerException e) {
            // whoever tampers need not leave well-formed rows
            return false;
        }
    }

    private static LoggedChange read(ChangeLogRow row) {
        return new LoggedChange(
                row.getID(),
                Instant.ofEpochMilli(row.getAtMillis()),
                row.getActorKey(),
                row.getObjectRef(),
                json(row.getBeforeJson()),
                json(row.getAfterJson()),
                row.getPreviousHash(),
                row.getRowHash());
    }

    private static @Nullable ObjectNode json(@Nullable String written) {
        return written == null ? null : Json.read(written);
    }

    private static @Nullable String text(@Nullable ObjectNode json) {
        return json == null ? null : Json.write(json);
    }
}

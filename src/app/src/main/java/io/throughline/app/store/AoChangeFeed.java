package io.throughline.app.store;

import com.atlassian.activeobjects.external.ActiveObjects;
import com.atlassian.beehive.ClusterLockService;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import com.atlassian.plugin.spring.scanner.annotation.imports.ComponentImport;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.java.ao.DBParam;
import net.java.ao.Query;

/**
 * The feed in Active Objects.
 *
 * <p>The number of a note is its primary key and one above the highest that is committed. Writers take turns behind a
 * cluster lock; should that be lost on the way, the key lets only one of two through, and the other one starts anew. So no
 * number is ever committed before a lower one. The newest row stays for ever, because the next number is counted from it.
 */
@JiraComponent
public final class AoChangeFeed implements ChangeFeed {
    static final int PAGE = 200;
    private static final String LOCK = "io.throughline.strategy.feed";
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final ActiveObjects ao;
    private final WriteGate gate;
    private final Clock clock;

    @Inject
    public AoChangeFeed(@ComponentImport ActiveObjects ao, @ComponentImport ClusterLockService locks) {
        this(ao, locks, Clock.systemUTC());
    }

    AoChangeFeed(ActiveObjects ao, ClusterLockService locks, Clock clock) {
        this.ao = ao;
        this.clock = clock;
        gate = new WriteGate(ao, locks, LOCK, PATIENCE);
    }

    @Override
    public void append(String node, List<WorkNote> notes) {
        gate.pass(() -> {
            long number = last();
            for (WorkNote note : notes) {
                ao.create(
                        FeedRow.class,
                        new DBParam("ID", ++number),
                        new DBParam("NODE_NAME", node),
                        new DBParam("NOTE_KIND", note.kind().name()),
                        new DBParam("WRITTEN_MILLIS", note.at().toEpochMilli()),
                        new DBParam("MEMBERS", "." + IdList.write(note.ids())));
            }
            return number;
        });
    }

    @Override
    public News since(long number, String node) {
        return gate.read(() -> {
            FeedRow[] rows = ao.find(
                    FeedRow.class,
                    Query.select().where("ID >= ?", number).order("ID ASC").limit(PAGE));
            List<WorkNote> notes = new ArrayList<>();
            long upTo = number;
            for (FeedRow row : rows) {
                if (row.getID() > number && !row.getNodeName().equals(node)) {
                    notes.add(read(row));
                }
                upTo = row.getID();
            }
            return new News(notes, upTo, isComplete(number, rows), rows.length == PAGE);
        });
    }

    /** The row that was read last is there itself, or its successor is the oldest of all. */
    private static boolean isComplete(long number, FeedRow[] rows) {
        return rows.length == 0 ? number == 0 : rows[0].getID() <= number + 1;
    }

    @Override
    public long newest() {
        return gate.read(this::last);
    }

    private long last() {
        FeedRow[] rows = ao.find(FeedRow.class, Query.select().order("ID DESC").limit(1));
        return rows.length == 0 ? 0 : rows[0].getID();
    }

    @Override
    public void seen(String node, long number) {
        gate.pass(() -> {
            Instant now = clock.instant();
            FeedReaderRow[] known = ao.find(FeedReaderRow.class, Query.select().where("NODE_NAME = ?", node));
            FeedReaderRow row =
                    known.length == 0 ? ao.create(FeedReaderRow.class, new DBParam("NODE_NAME", node)) : known[0];
            row.setSeen(number);
            row.setAliveMillis(now.toEpochMilli());
            row.save();
            ao.deleteWithSQL(
                    FeedReaderRow.class,
                    "ALIVE_MILLIS < ?",
                    now.minus(WAITED_FOR).toEpochMilli());
            prune();
            return number;
        });
    }

    private void prune() {
        long read = last() - 1;
        for (FeedReaderRow reader : ao.find(FeedReaderRow.class)) {
            read = Math.min(read, reader.getSeen());
        }
        // a number below the one that was read last: that one shows its reader that nothing is missing
        ao.deleteWithSQL(FeedRow.class, "ID < ?", read);
    }

    private static WorkNote read(FeedRow row) {
        return new WorkNote(
                WorkNote.Kind.valueOf(row.getNoteKind()),
                IdList.read(row.getMembers().substring(1)),
                Instant.ofEpochMilli(row.getWrittenMillis()));
    }
}

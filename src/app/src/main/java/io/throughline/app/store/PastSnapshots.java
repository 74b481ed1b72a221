package io.throughline.app.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The strategy as it stood, read back along the change log: each object as it was before the first change that came
 * later. Costs what has changed since, so the days that people look at most are the cheapest.
 */
final class PastSnapshots {
    private static final int MOST = 8;
    private static final int PAGE = 1_000;

    private final Journal journal;
    /** By the row that ended the past; what lies before a row never changes, and another row has another hash. */
    private final Map<Journal.Place, Snapshot> known = new LinkedHashMap<>();

    PastSnapshots(Journal journal) {
        this.journal = journal;
    }

    /** What was stored just before an instant. */
    Snapshot before(Instant end, Snapshot now) {
        return at(journal.placeBefore(end), now);
    }

    /** What was stored when the log was so long. */
    Snapshot at(long seq, Snapshot now) {
        return at(journal.placeAt(seq), now);
    }

    private Snapshot at(Journal.Place place, Snapshot now) {
        if (place.seq() >= now.seq()) {
            return now;
        }
        Snapshot past = find(place);
        if (past == null) {
            past = now.rewound(later(place.seq(), now.seq()), place.seq(), place.hash());
            keep(place, past);
        }
        return past;
    }

    /** Each object that changed after a row, as it was then; null for one that was not there. */
    private Map<String, @Nullable ObjectNode> later(long seq, long last) {
        Map<String, @Nullable ObjectNode> then = new HashMap<>();
        long from = seq;
        while (from < last) {
            List<LoggedChange> rows = journal.after(from, last, PAGE);
            if (rows.isEmpty()) {
                return then;
            }
            for (LoggedChange row : rows) {
                if (!then.containsKey(row.object())) {
                    then.put(row.object(), row.before());
                }
                from = row.seq();
            }
        }
        return then;
    }

    private synchronized @Nullable Snapshot find(Journal.Place place) {
        Snapshot found = known.remove(place);
        if (found != null) {
            known.put(place, found);
        }
        return found;
    }

    private synchronized void keep(Journal.Place place, Snapshot past) {
        known.put(place, past);
        if (known.size() > MOST) {
            known.remove(known.keySet().iterator().next());
        }
    }
}

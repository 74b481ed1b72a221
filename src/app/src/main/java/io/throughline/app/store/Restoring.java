package io.throughline.app.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Lays the rows of a restoration into the journal. */
final class Restoring {
    private static final int AT_ONCE = 500;

    private final Journal journal;
    private final List<LoggedChange> waiting = new ArrayList<>();
    private long seq;
    private String hash = ChangeLog.NOTHING;

    private Restoring(Journal journal) {
        this.journal = journal;
    }

    /**
     * Writes the whole log.
     *
     * @return the head it ends at
     * @throws IllegalArgumentException if it is no chain, or does not end where the restoration says
     */
    static HeadOfLog.Head log(Restoration from, Journal journal) {
        Restoring to = new Restoring(journal);
        from.changes(to::add);
        to.flush();
        if (to.seq != from.sequence() || !to.hash.equals(from.hash())) {
            throw new IllegalArgumentException("the log ends at " + to.seq + ", not at " + from.sequence());
        }
        return new HeadOfLog.Head(to.seq, to.hash, from.at(), numbers(from));
    }

    static Map<Kind<?>, Long> numbers(Restoration from) {
        Map<Kind<?>, Long> numbers = new HashMap<>();
        Kind.ALL.forEach(kind -> numbers.put(kind, from.numbers().getOrDefault(kind.toString(), 0L)));
        return numbers;
    }

    private void add(LoggedChange row) {
        if (!ChangeLog.follows(seq, hash, row)) {
            throw new IllegalArgumentException("row " + row.seq() + " does not follow row " + seq);
        }
        seq = row.seq();
        hash = row.hash();
        waiting.add(row);
        if (waiting.size() == AT_ONCE) {
            flush();
        }
    }

    private void flush() {
        if (!waiting.isEmpty()) {
            journal.restore(waiting);
            waiting.clear();
        }
    }
}

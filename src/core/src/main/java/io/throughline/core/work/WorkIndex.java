package io.throughline.core.work;

import java.util.Collection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All work items of the instance, in columns, kept current by upserts and removals.
 *
 * <p>Threads: writers exclude each other; {@link #view} hands out an immutable {@link WorkView}, made at most once per
 * version and rules, so that readers never wait for each other and never see half a change. A change that changes
 * nothing leaves {@link #version} as it is, and with it every cache keyed by it.
 */
public final class WorkIndex {
    private final Object lock = new Object();
    private final Rows rows = new Rows();
    private final LongIntMap rowById = new LongIntMap(1024);
    private long version;
    private @Nullable WorkView latest;

    /** Rises with every change of content; never falls while this object lives. */
    public long version() {
        synchronized (lock) {
            return version;
        }
    }

    /** How many items there are. */
    public int size() {
        synchronized (lock) {
            return rows.count;
        }
    }

    /** Adds the item, or replaces the one with the same id. */
    public void upsert(WorkItem item) {
        synchronized (lock) {
            put(item);
        }
    }

    /** Adds or replaces many at once; a view sees all of them or none. Of equal ids the last one stays. */
    public void upsertAll(Collection<WorkItem> items) {
        synchronized (lock) {
            items.forEach(this::put);
        }
    }

    /** Forgets an item; does nothing if it is not there. Its children keep pointing to its id, in case it returns. */
    public void remove(long id) {
        synchronized (lock) {
            int row = rowById.get(id);
            if (row == LongIntMap.ABSENT) {
                return;
            }
            rows.removeByMovingLast(row);
            rowById.remove(id);
            if (row < rows.count) {
                rowById.put(rows.id[row], row);
            }
            version++;
        }
    }

    /** Forgets everything. */
    public void clear() {
        synchronized (lock) {
            rows.count = 0;
            rowById.clear();
            version++;
        }
    }

    /** The item as it was last put. */
    public Optional<WorkItem> get(long id) {
        synchronized (lock) {
            int row = rowById.get(id);
            return row == LongIntMap.ABSENT ? Optional.empty() : Optional.of(rows.get(row));
        }
    }

    /**
     * The state of now under the given rules, immutable.
     *
     * <p>The last view is kept: asking again without a change in between costs nothing.
     */
    public WorkView view(WorkRules rules) {
        synchronized (lock) {
            WorkView known = latest;
            if (known == null || known.version() != version || !known.rules().equals(rules)) {
                known = new Arrangement(rows, rules).view(version);
                latest = known;
            }
            return known;
        }
    }

    private void put(WorkItem item) {
        int row = rowById.get(item.id());
        if (row == LongIntMap.ABSENT) {
            rowById.put(item.id(), rows.count);
            rows.append(item);
        } else if (rows.get(row).equals(item)) {
            return;
        } else {
            rows.set(row, item);
        }
        version++;
    }
}

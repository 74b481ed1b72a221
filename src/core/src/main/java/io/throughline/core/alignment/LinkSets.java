package io.throughline.core.alignment;

import io.throughline.core.work.LongIntMap;
import java.util.Arrays;
import java.util.function.IntConsumer;
import java.util.function.IntPredicate;

/**
 * Sets of link numbers, each kept once under a number of its own; 0 is the empty set.
 *
 * <p>Real strategies have few different sets (one per linked epic and some overlaps), items are many. Not for several
 * threads that add; whoever only reads needs no lock.
 */
public final class LinkSets {
    /** The number of the empty set. */
    public static final int EMPTY = 0;

    private static final int[] NOTHING = {};

    /** By set where its links begin in the {@link #pool}; they end where the next one's begin. */
    private int[] starts = new int[64];

    private int[] pool = new int[256];
    private int count;
    /** Set number + 1 by content, 0 is free; at most half full. */
    private int[] table = new int[256];

    private final LongIntMap unions = new LongIntMap(64);

    public LinkSets() {
        intern(NOTHING);
    }

    /** The set of one link. */
    public int single(int link) {
        return intern(new int[] {link});
    }

    /** The set of all links of both. */
    public int union(int a, int b) {
        if (a == b || b == EMPTY) {
            return a;
        }
        if (a == EMPTY) {
            return b;
        }
        long pair = ((long) Math.min(a, b) << 32) | Math.max(a, b);
        int known = unions.get(pair);
        if (known == LongIntMap.ABSENT) {
            int size = starts[a + 1] - starts[a];
            int[] both = Arrays.copyOf(links(a), size + starts[b + 1] - starts[b]);
            System.arraycopy(pool, starts[b], both, size, both.length - size);
            known = of(both);
            unions.put(pair, known);
        }
        return known;
    }

    /** The set of these links, in any order, with any repetition. */
    public int of(int[] links) {
        return intern(Arrays.stream(links).sorted().distinct().toArray());
    }

    /** The set of those links of {@code set} that pass; asked in ascending order, that is oldest first. */
    public int filter(int set, IntPredicate keeps) {
        int[] all = links(set);
        int[] kept = Arrays.stream(all).filter(keeps).toArray();
        return kept.length == all.length ? set : intern(kept);
    }

    /** Whether a link of the set passes. */
    public boolean any(int set, IntPredicate wanted) {
        for (int at = starts[set]; at < starts[set + 1]; at++) {
            if (wanted.test(pool[at])) {
                return true;
            }
        }
        return false;
    }

    /** Tells each link of a set, oldest first. */
    public void forEach(int set, IntConsumer consumer) {
        for (int at = starts[set]; at < starts[set + 1]; at++) {
            consumer.accept(pool[at]);
        }
    }

    private int[] links(int set) {
        return Arrays.copyOfRange(pool, starts[set], starts[set + 1]);
    }

    private int intern(int[] sorted) {
        int at = home(sorted);
        while (table[at] != 0) {
            int known = table[at] - 1;
            if (Arrays.equals(pool, starts[known], starts[known + 1], sorted, 0, sorted.length)) {
                return known;
            }
            at = (at + 1) & (table.length - 1);
        }
        add(sorted);
        table[at] = count;
        if (count * 2 > table.length) {
            rehash();
        }
        return count - 1;
    }

    private void add(int[] sorted) {
        int from = starts[count];
        int to = from + sorted.length;
        if (count + 2 > starts.length) {
            starts = Arrays.copyOf(starts, count * 5 / 4 + 2);
        }
        if (to > pool.length) {
            pool = Arrays.copyOf(pool, Math.max(to, pool.length * 5 / 4));
        }
        System.arraycopy(sorted, 0, pool, from, sorted.length);
        starts[++count] = to;
    }

    private void rehash() {
        table = new int[table.length * 2];
        for (int set = 0; set < count; set++) {
            int at = home(links(set));
            while (table[at] != 0) {
                at = (at + 1) & (table.length - 1);
            }
            table[at] = set + 1;
        }
    }

    private int home(int[] sorted) {
        return (int) ((Arrays.hashCode(sorted) * 0x9E3779B97F4A7C15L) >>> 32) & (table.length - 1);
    }

    /** Heap that it takes, in bytes. */
    public long bytes() {
        return (starts.length + pool.length + table.length) * 4L + unions.bytes();
    }
}

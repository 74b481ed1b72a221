package io.throughline.core.alignment;

import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import java.util.function.IntPredicate;

/**
 * Sets of link numbers, each kept once under a number of its own; 0 is the empty set.
 *
 * <p>Real strategies have few different sets (one per linked epic and some overlaps), items are many. Safe for
 * many threads.
 */
public final class LinkSets {
    /** The number of the empty set. */
    public static final int EMPTY = 0;

    private final List<int[]> sets = new ArrayList<>();
    private final Map<IntBuffer, Integer> numbers = new HashMap<>();
    private final Map<Long, Integer> unions = new HashMap<>();

    public LinkSets() {
        intern(new int[0]);
    }

    /** How many different sets there are. */
    public synchronized int size() {
        return sets.size();
    }

    /** The set of one link. */
    public synchronized int single(int link) {
        return intern(new int[] {link});
    }

    /** The set of all links of both. */
    public synchronized int union(int a, int b) {
        if (a == b || b == EMPTY) {
            return a;
        }
        if (a == EMPTY) {
            return b;
        }
        long pair = ((long) Math.min(a, b) << 32) | Math.max(a, b);
        Integer known = unions.get(pair);
        if (known == null) {
            int[] both = Arrays.copyOf(sets.get(a), sets.get(a).length + sets.get(b).length);
            System.arraycopy(sets.get(b), 0, both, sets.get(a).length, sets.get(b).length);
            known = intern(Arrays.stream(both).sorted().distinct().toArray());
            unions.put(pair, known);
        }
        return known;
    }

    /** The set of those links of {@code set} that pass; asked in ascending order, that is oldest first. */
    public synchronized int filter(int set, IntPredicate keeps) {
        int[] kept = Arrays.stream(sets.get(set)).filter(keeps).toArray();
        return kept.length == sets.get(set).length ? set : intern(kept);
    }

    /** Tells each link of a set, oldest first. */
    public synchronized void forEach(int set, IntConsumer consumer) {
        for (int link : sets.get(set)) {
            consumer.accept(link);
        }
    }

    private synchronized int intern(int[] sorted) {
        return numbers.computeIfAbsent(IntBuffer.wrap(sorted), added -> {
            sets.add(sorted);
            return sets.size() - 1;
        });
    }
}

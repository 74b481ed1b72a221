package io.throughline.core.work;

import java.util.function.IntToLongFunction;

/**
 * The order in which a pass over the items is quickest: levels from the top, siblings side by side, those without a parent
 * by project; then by id. It follows from content alone. Sorts by counting, in time proportional to the items.
 */
final class Ordering {
    private static final int DIGIT = 16;

    private final Columns columns;
    private final Traits traits;
    private final int[] place;

    Ordering(Columns columns, Traits traits) {
        this.columns = columns;
        this.traits = traits;
        place = new int[columns.slots];
    }

    /** The slots that hold items, in that order; ghosts follow at the end. */
    int[] present() {
        int[] order = new int[columns.slots];
        int used = 0;
        for (int slot = 0; slot < columns.slots; slot++) {
            if (columns.is(slot, Columns.PRESENT)) {
                order[used++] = slot;
            }
        }
        order = sorted(java.util.Arrays.copyOf(order, used), columns::id);
        order = sorted(order, slot -> traits.projectOfPlace(traits.place(columns.trait(slot))));
        order = sorted(order, slot -> 0xff & (127 - traits.level(columns.trait(slot))));
        for (int from = 0; from < order.length; ) {
            int to = from;
            while (to < order.length && level(order[to]) == level(order[from])) {
                to++;
            }
            int[] level = sorted(java.util.Arrays.copyOfRange(order, from, to), this::placeOfParent);
            for (int at = 0; at < level.length; at++) {
                order[from + at] = level[at];
                place[level[at]] = from + at;
            }
            from = to;
        }
        return order;
    }

    private int level(int slot) {
        return traits.level(columns.trait(slot));
    }

    private long placeOfParent(int slot) {
        return columns.is(slot, Columns.KEPT) ? place[columns.parent(slot)] + 1L : 0;
    }

    /** Stable; a radix sort of as many digits as the keys need. */
    private static int[] sorted(int[] slots, IntToLongFunction key) {
        long most = 0;
        for (int slot : slots) {
            most |= key.applyAsLong(slot);
        }
        int[] from = slots;
        int[] to = new int[slots.length];
        for (int shift = 0; shift < Long.SIZE && most >>> shift != 0; shift += DIGIT) {
            int[] starts = new int[(1 << DIGIT) + 1];
            for (int slot : from) {
                starts[digit(key, slot, shift) + 1]++;
            }
            for (int digit = 0; digit < 1 << DIGIT; digit++) {
                starts[digit + 1] += starts[digit];
            }
            for (int slot : from) {
                to[starts[digit(key, slot, shift)]++] = slot;
            }
            int[] swap = from;
            from = to;
            to = swap;
        }
        return from;
    }

    private static int digit(IntToLongFunction key, int slot, int shift) {
        return (int) (key.applyAsLong(slot) >>> shift) & ((1 << DIGIT) - 1);
    }
}

package io.throughline.core.work;

import java.util.Arrays;

/**
 * Ids to slots: open addressing over the id column, 4 bytes an entry, at most three quarters full.
 *
 * <p>The capacity is no power of two: a table that doubles would waste up to two thirds. The bits of an entry that no slot
 * needs hold some of the id's hash, so that a search hardly ever looks at the id of another item: that would be somewhere
 * else in memory.
 */
final class IdTable {
    static final int ABSENT = -1;

    /** Slot + 1, and above {@link #slotMask} a part of the hash; 0 is free. */
    private int[] table;

    private int slotMask;
    private int used;

    IdTable(int expected) {
        table = new int[Math.max(16, (int) (expected * 10L / 7))];
        slotMask = maskFor(table.length);
    }

    private static int maskFor(int slots) {
        return -1 >>> Integer.numberOfLeadingZeros(slots);
    }

    int find(Columns columns, long id) {
        int part = part(id);
        for (int at = home(id); table[at] != 0; at = after(at)) {
            int entry = table[at];
            if (((entry ^ part) & ~slotMask) == 0 && columns.id(slot(entry)) == id) {
                return slot(entry);
            }
        }
        return ABSENT;
    }

    /** Adds a slot whose id is in the columns already, and not yet in here. */
    void add(Columns columns, int slot) {
        boolean isFull = (used + 1) * 4L > table.length * 3L;
        if (isFull || slot >= slotMask) {
            rebuild(columns, isFull ? (int) (table.length * 5L / 4) + 16 : table.length, slot + 1);
        }
        used++;
        place(columns, slot);
    }

    private void rebuild(Columns columns, int capacity, int highest) {
        int[] old = table;
        int oldMask = slotMask;
        table = new int[capacity];
        slotMask = maskFor(Math.max(highest, slotMask));
        for (int entry : old) {
            if (entry != 0) {
                place(columns, (entry & oldMask) - 1);
            }
        }
    }

    private void place(Columns columns, int slot) {
        long id = columns.id(slot);
        int at = home(id);
        while (table[at] != 0) {
            at = after(at);
        }
        table[at] = (part(id) & ~slotMask) | (slot + 1);
    }

    /** Removes a slot and closes the gap behind it, so that no search stops short. */
    void remove(Columns columns, int slot) {
        int gap = home(columns.id(slot));
        while (slot(table[gap]) != slot) {
            gap = after(gap);
        }
        used--;
        table[gap] = 0;
        for (int at = after(gap); table[at] != 0; at = after(at)) {
            int home = home(columns.id(slot(table[at])));
            boolean mayStay = gap <= at ? gap < home && home <= at : gap < home || home <= at;
            if (!mayStay) {
                table[gap] = table[at];
                table[at] = 0;
                gap = at;
            }
        }
    }

    void clear() {
        Arrays.fill(table, 0);
        used = 0;
    }

    private int slot(int entry) {
        return (entry & slotMask) - 1;
    }

    private int after(int at) {
        return at + 1 == table.length ? 0 : at + 1;
    }

    /** The bits of the hash that {@link #home} does not look at. */
    private static int part(long id) {
        return (int) (id * 0x9E3779B97F4A7C15L);
    }

    private int home(long id) {
        long mixed = (id * 0x9E3779B97F4A7C15L) >>> 32;
        return (int) ((mixed * table.length) >>> 32);
    }

    long bytes() {
        return table.length * (long) Integer.BYTES;
    }
}

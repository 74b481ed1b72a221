package io.throughline.core.work;

import java.util.Arrays;

/**
 * Ids to slots: open addressing over the id column, 4 bytes an entry, at most three quarters full.
 *
 * <p>The capacity is no power of two: a table that doubles would waste up to two thirds.
 */
final class IdTable {
    static final int ABSENT = -1;

    /** Slot + 1; 0 is free. */
    private int[] table;

    private int used;

    IdTable(int expected) {
        table = new int[Math.max(16, (int) (expected * 10L / 7))];
    }

    int find(Columns columns, long id) {
        for (int at = home(id); table[at] != 0; at = after(at)) {
            if (columns.id(table[at] - 1) == id) {
                return table[at] - 1;
            }
        }
        return ABSENT;
    }

    /** Adds a slot whose id is in the columns already, and not yet in here. */
    void add(Columns columns, int slot) {
        if ((used + 1) * 4L > table.length * 3L) {
            int[] old = table;
            table = new int[(int) (table.length * 5L / 4) + 16];
            for (int each : old) {
                if (each != 0) {
                    place(columns, each - 1);
                }
            }
        }
        used++;
        place(columns, slot);
    }

    private void place(Columns columns, int slot) {
        int at = home(columns.id(slot));
        while (table[at] != 0) {
            at = after(at);
        }
        table[at] = slot + 1;
    }

    /** Removes a slot and closes the gap behind it, so that no search stops short. */
    void remove(Columns columns, int slot) {
        int gap = home(columns.id(slot));
        while (table[gap] != slot + 1) {
            gap = after(gap);
        }
        used--;
        table[gap] = 0;
        for (int at = after(gap); table[at] != 0; at = after(at)) {
            int home = home(columns.id(table[at] - 1));
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

    private int after(int at) {
        return at + 1 == table.length ? 0 : at + 1;
    }

    private int home(long id) {
        long mixed = (id * 0x9E3779B97F4A7C15L) >>> 32;
        return (int) ((mixed * table.length) >>> 32);
    }

    long bytes() {
        return table.length * (long) Integer.BYTES;
    }
}

package io.throughline.bench;

import java.util.Arrays;

/**
 * The floor: one plain pass, on one thread, over columns laid out as those that a recompute reads (16 bytes an item: state,
 * parent, traits, size; the 4 of its id that stand with them are read along) and the one of 4 that it writes: 20 bytes an
 * item. A recompute also reads what parents and link sets have, some 8 bytes an item more, which this leaves out.
 */
final class PlainPass {
    private final long[] items;
    private final int[] written;

    PlainPass(int items) {
        this.items = new long[2 * items];
        Arrays.setAll(this.items, at -> at * 31L);
        written = new int[items];
    }

    /** Its sum is used by the caller, so that nothing of it is left out. */
    long run() {
        long sum = 0;
        for (int at = 0; at < written.length; at++) {
            long all = items[2 * at] + items[2 * at + 1];
            written[at] = (int) all;
            sum += all;
        }
        return sum;
    }
}

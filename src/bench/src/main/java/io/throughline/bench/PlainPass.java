package io.throughline.bench;

import java.util.Arrays;

/**
 * The floor: one plain pass, on one thread like ours, over columns of the same types as a recompute reads (parent, state and
 * group of 4 bytes, traits and size of 2) and the one of 4 that it writes: 20 bytes an item. A recompute also reads what
 * parents and link sets have, some 10 bytes an item more, which this leaves out.
 */
final class PlainPass {
    private final int[] parent;
    private final int[] state;
    private final int[] group;
    private final char[] trait;
    private final char[] size;
    private final int[] written;

    PlainPass(int items) {
        parent = filled(items, 31);
        state = filled(items, 37);
        group = filled(items, 41);
        trait = new char[items];
        size = new char[items];
        for (int at = 0; at < items; at++) {
            trait[at] = (char) (at * 43);
            size[at] = (char) (at * 47);
        }
        written = new int[items];
    }

    private static int[] filled(int items, int factor) {
        int[] column = new int[items];
        Arrays.setAll(column, at -> at * factor);
        return column;
    }

    /** Its sum is used by the caller, so that nothing of it is left out. */
    long run() {
        long sum = 0;
        for (int at = 0; at < written.length; at++) {
            int all = parent[at] + state[at] + group[at] + trait[at] + size[at];
            written[at] = all;
            sum += all;
        }
        return sum;
    }
}

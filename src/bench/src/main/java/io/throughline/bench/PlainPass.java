package io.throughline.bench;

import java.util.Arrays;

/**
 * The floor: one plain pass, on one thread like ours, over columns laid out as those that a recompute reads (state and parent
 * side by side in 4 bytes each, traits and size in 2, the group in 4) and the one of 4 that it writes: 20 bytes an item. A
 * recompute also reads what parents and link sets have, some 8 bytes an item more, which this leaves out.
 */
final class PlainPass {
    private final int[] kin;
    private final char[] kinds;
    private final int[] group;
    private final int[] written;

    PlainPass(int items) {
        kin = new int[2 * items];
        Arrays.setAll(kin, at -> at * 31);
        kinds = new char[2 * items];
        for (int at = 0; at < kinds.length; at++) {
            kinds[at] = (char) (at * 43);
        }
        group = new int[items];
        Arrays.setAll(group, at -> at * 41);
        written = new int[items];
    }

    /** Its sum is used by the caller, so that nothing of it is left out. */
    long run() {
        long sum = 0;
        for (int at = 0; at < written.length; at++) {
            int all = kin[2 * at] + kin[2 * at + 1] + kinds[2 * at] + kinds[2 * at + 1] + group[at];
            written[at] = all;
            sum += all;
        }
        return sum;
    }
}

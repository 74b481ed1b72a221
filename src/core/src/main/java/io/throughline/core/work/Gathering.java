package io.throughline.core.work;

/** The loop behind {@link WorkView#gather}. */
final class Gathering {
    private static final int IS_DONE = StatusCategory.DONE.number();
    private final Columns columns;
    private final Traits traits;
    private final SizeTable sizes;

    Gathering(Columns columns, Traits traits, SizeTable sizes) {
        this.columns = columns;
        this.traits = traits;
        this.sizes = sizes;
    }

    int gather(int from, int bound, long[] sums, Finished finished) {
        long[] kin = columns.kin;
        SmallNumbers kinds = columns.kinds;
        int[] place = traits.place;
        long[] rows = sizes.rows;
        int[] positions = finished.positions;
        int first = finished.firstQuarter;
        int quarters = finished.quarters;
        int count = finished.count;
        long siblings = kin[from] & Columns.SIBLINGS;
        int where = place[kinds.get(from * Columns.KINDS)];
        int at = from;
        while (at < bound) {
            long here = kin[at];
            if ((here & Columns.SIBLINGS) != siblings || place[kinds.get(at * Columns.KINDS)] != where) {
                break;
            }
            int counts = Columns.COUNTS[(int) here & (Columns.COUNTS.length - 1)];
            if (counts != Columns.COUNTS_NOT) {
                int to = counts * Sizes.ROW;
                int size = kinds.get(at * Columns.KINDS + 1) * Sizes.ROW;
                sums[to] += rows[size];
                sums[to + 1] += rows[size + 1];
                sums[to + 2] += rows[size + 2];
                positions[count] = at;
                int since = ((int) here >>> Columns.RESOLVED_SHIFT) - first;
                int isDone = ((counts ^ IS_DONE) - 1) >>> 31;
                count += isDone & ~(since | (quarters - 1 - since)) >>> 31;
            }
            at++;
        }
        finished.count = count;
        return at;
    }
}

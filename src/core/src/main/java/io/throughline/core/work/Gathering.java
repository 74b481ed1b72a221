package io.throughline.core.work;

/** The loop behind {@link WorkView#gather}. */
final class Gathering {
    private static final int DONE = StatusCategory.DONE.number();

    private final Columns columns;
    private final Traits traits;
    private final SizeTable sizes;

    Gathering(Columns columns, Traits traits, SizeTable sizes) {
        this.columns = columns;
        this.traits = traits;
        this.sizes = sizes;
    }

    int gather(int from, int bound, long[] sums, Finished finished) {
        long[] items = columns.items;
        int[] many = columns.many;
        int[] place = traits.place;
        long[] rows = sizes.rows;
        int[] positions = finished.positions;
        int first = finished.firstQuarter;
        int quarters = finished.quarters;
        int count = finished.count;
        long siblings = columns.siblings(from);
        int where = place[columns.trait(from)];
        int at = from;
        while (at < bound) {
            long kin = items[at * Columns.WIDTH];
            long kind = items[at * Columns.WIDTH + Columns.KIND];
            if ((kin & Columns.SIBLINGS) != siblings || place[Columns.traitOf(kind, many, at)] != where) {
                break;
            }
            int counts = Columns.countsAsOf((int) kin);
            if (counts != Columns.COUNTS_NOT) {
                int to = counts * Sizes.ROW;
                int size = Columns.sizeOf(kind, many, at) * Sizes.ROW;
                sums[to] += rows[size];
                sums[to + 1] += rows[size + 1];
                sums[to + 2] += rows[size + 2];
                positions[count] = at; // stays if it is counted: a branch would be mispredicted every third time
                int since = ((int) kin >>> Columns.RESOLVED_SHIFT) - first;
                int isDone = ((counts ^ DONE) - 1) >>> (Integer.SIZE - 1);
                count += isDone & ~(since | (quarters - 1 - since)) >>> (Integer.SIZE - 1);
            }
            at++;
        }
        finished.count = count;
        return at;
    }
}

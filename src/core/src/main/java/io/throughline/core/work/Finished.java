package io.throughline.core.work;

/**
 * The positions of items that are done, carry size and were resolved in some span of time, as {@link WorkView#gather} notes
 * them.
 */
public final class Finished {
    final int firstQuarter;
    final int quarters;
    final int[] positions;
    int count;

    /**
     * None yet.
     *
     * @param firstQuarter where the span begins, as {@link WorkView#resolvedQuarter} says it
     * @param quarters how long it is, in quarters of an hour
     * @param most how many there is room for
     */
    public Finished(int firstQuarter, int quarters, int most) {
        this.firstQuarter = firstQuarter;
        this.quarters = quarters;
        positions = new int[most + 1]; // the last one is written, and not counted
    }

    /** How many there are. */
    public int count() {
        return count;
    }

    /** The position of one of them, counted from 0. */
    public int position(int number) {
        return positions[number];
    }

    /** How many there is room for yet. */
    public int room() {
        return positions.length - 1 - count;
    }

    /** Forgets them. */
    public void clear() {
        count = 0;
    }
}

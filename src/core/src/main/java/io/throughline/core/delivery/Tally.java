package io.throughline.core.delivery;

/** The sums of one node or link as of one moment, in fixed units. A class, not a record: it has an array. */
final class Tally {
    static final Tally NOTHING = new Tally(0, 0, 0, 0, 0, 0, new long[0]);

    private final long total;
    private final long done;
    private final long inProgress;
    private final int items;
    private final int unsized;
    private final int excluded;
    private final long[] finishedByWeek;

    Tally(long total, long done, long inProgress, int items, int unsized, int excluded, long[] finishedByWeek) {
        this.total = total;
        this.done = done;
        this.inProgress = inProgress;
        this.items = items;
        this.unsized = unsized;
        this.excluded = excluded;
        this.finishedByWeek = finishedByWeek;
    }

    long total() {
        return total;
    }

    long done() {
        return done;
    }

    long inProgress() {
        return inProgress;
    }

    int items() {
        return items;
    }

    int unsized() {
        return unsized;
    }

    int excluded() {
        return excluded;
    }

    /** Size finished in each of the last 12 full weeks, oldest first; empty for a link. */
    long[] finishedByWeek() {
        return finishedByWeek;
    }

    Schedule.Counted counted() {
        return new Schedule.Counted(total, done, inProgress);
    }
}

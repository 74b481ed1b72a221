package io.throughline.core.delivery;

import io.throughline.core.work.Sizes;
import io.throughline.core.work.StatusCategory;
import io.throughline.core.work.WorkView;
import java.util.Arrays;

/** What one item comes to at one moment, for a change that takes back what it was and books what it is. */
final class Single {
    private final long[] row = new long[Sizes.ROW];
    private int countsAs = WorkView.UNCOUNTED;
    private int week = Weeks.OUTSIDE;

    /** Becomes what the item at a position is now. */
    void take(WorkView work, int at, Weeks weeksNow) {
        forget();
        countsAs = work.countsAs(at);
        if (countsAs != WorkView.UNCOUNTED) {
            work.addSize(at, row, 0);
        }
        if (isDone() != 0) {
            week = weeksNow.of(work.resolvedQuarter(at));
        }
    }

    /** Becomes nothing. */
    void forget() {
        Arrays.fill(row, 0);
        countsAs = WorkView.UNCOUNTED;
        week = Weeks.OUTSIDE;
    }

    boolean counts() {
        return countsAs != WorkView.UNCOUNTED;
    }

    /** 1 if it carries size, else 0; so with the others. */
    int items() {
        return countsAs < WorkView.EXCLUDED ? 1 : 0;
    }

    int excluded() {
        return countsAs == WorkView.EXCLUDED ? 1 : 0;
    }

    int isDone() {
        return countsAs == StatusCategory.DONE.number() ? 1 : 0;
    }

    int isBusy() {
        return countsAs == StatusCategory.IN_PROGRESS.number() ? 1 : 0;
    }

    /** Its size if it carries any, else 0. */
    long size(Sizes.Reader measure) {
        return items() * measure.size(row, 0);
    }

    /** 1 if it took the default size. */
    int unsized(Sizes.Reader measure) {
        return items() * measure.unsized(row, 0);
    }

    /** The week in which it was finished, or {@link Weeks#OUTSIDE}. */
    int week() {
        return week;
    }
}

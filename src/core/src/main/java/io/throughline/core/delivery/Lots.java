package io.throughline.core.delivery;

import io.throughline.core.alignment.Alignment;
import io.throughline.core.alignment.LinkSets;
import io.throughline.core.work.Sizes;
import io.throughline.core.work.StatusCategory;
import io.throughline.core.work.WorkView;
import java.util.Arrays;

/**
 * What the items of each {@link Alignment group} come to, gathered in one forward pass over the items that also finds their
 * groups. It goes block by block, and over each block three times, in short loops without branches that depend on what items
 * happen to be: find the groups, add to the sums, and book what was finished in the last weeks.
 *
 * <p>Sums are kept by group, whatever the order of the items. What was finished is booked as soon as the group changes:
 * neighbours are nearly always in one group, and twelve weeks for every group would not fit the processor's caches.
 */
final class Lots {
    private static final int BLOCK = 2048;
    /** Booked at once: a row of sums can tell of no more items. */
    private static final int PORTION = 1 << 20;

    private static final int[] IS_DONE = new int[WorkView.UNCOUNTED + 1];

    static {
        IS_DONE[StatusCategory.DONE.number()] = 1;
    }

    private final WorkView work;
    private final Alignment alignment;
    private final Weeks weeks;
    private final Books books;
    private final int[] finished = new int[BLOCK];
    private final Facts together = new Facts();
    private long[] sums = new long[1024 * Facts.SIZE];
    private int[] items = new int[1024];
    private int group = Alignment.NO_GROUP;

    Lots(WorkView work, Alignment alignment, Weeks weeks, Books books) {
        this.work = work;
        this.alignment = alignment;
        this.weeks = weeks;
        this.books = books;
    }

    /** Aligns all items, books all they come to, and says how many items with size each group has. */
    int[] book() {
        for (int from = 0; from < work.positions(); from += PORTION) {
            gather(from, Math.min(work.positions(), from + PORTION));
            bookSums();
        }
        return Arrays.copyOf(items, alignment.groups());
    }

    private void gather(int begin, int end) {
        for (int from = begin; from < end; from += BLOCK) {
            int to = Math.min(end, from + BLOCK);
            alignment.align(from, to);
            if (alignment.groups() > items.length) {
                items = Arrays.copyOf(items, alignment.groups() * 2);
                sums = Arrays.copyOf(sums, items.length * Facts.SIZE);
            }
            finish(add(from, to));
            bookTogether();
        }
    }

    /** Adds a block to the sums; notes what may have been finished lately and returns how many that are. */
    private int add(int from, int to) {
        int noted = 0;
        for (int at = from; at < to; at++) {
            int row = work.countsAs(at);
            if (row != WorkView.UNCOUNTED) {
                work.addSize(at, sums, alignment.group(at) * Facts.SIZE + row * Sizes.ROW);
                finished[noted] = at; // stays if it is counted: a branch would be mispredicted every third time
                noted += IS_DONE[row] & weeks.isInside(work.resolvedQuarter(at));
            }
        }
        return noted;
    }

    private void finish(int noted) {
        for (int each = 0; each < noted; each++) {
            int at = finished[each];
            if (alignment.group(at) != group) {
                bookTogether();
                group = alignment.group(at);
            }
            together.addFinished(work, at, weeks.of(work.resolvedQuarter(at)));
        }
    }

    private void bookTogether() {
        if (together.weeks() != 0 && alignment.heldBy(group) != LinkSets.EMPTY) {
            books.bookFinished(alignment.heldBy(group), together, 1);
        }
        together.clearWeeks();
    }

    private void bookSums() {
        Facts lot = new Facts();
        for (int each = 1; each < alignment.groups(); each++) {
            lot.show(sums, each);
            items[each] += lot.items();
            if (alignment.heldBy(each) != LinkSets.EMPTY && (lot.items() > 0 || lot.excluded() > 0)) {
                books.book(alignment.heldBy(each), lot, 1);
            }
        }
        Arrays.fill(sums, 0);
    }
}

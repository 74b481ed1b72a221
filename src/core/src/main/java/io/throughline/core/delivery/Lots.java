package io.throughline.core.delivery;

import io.throughline.core.alignment.Alignment;
import io.throughline.core.alignment.Stretches;
import io.throughline.core.work.Finished;
import io.throughline.core.work.Portions;
import io.throughline.core.work.WorkView;
import java.util.Arrays;

/**
 * What the items of a range of positions come to, gathered and booked in one forward pass that also finds their
 * {@link Alignment groups}. Neighbours are nearly always in one group: they make a lot, which is booked when the group
 * changes. The loop over items has no branches that depend on what an item happens to be.
 */
final class Lots {
    private final WorkView work;
    private final Alignment alignment;
    private final Weeks weeks;
    private final Places places;
    private final Ledger ledger;
    private final long stamp;
    private final Facts lot = new Facts();
    private int group = Alignment.NO_GROUP;
    private final Single single = new Single();
    private final Single nothing = new Single();
    private int[] items;
    private boolean metNew;
    /** The items of the lot that were finished in the last weeks; after the last of them there is room for a stretch. */
    private final Finished finished;

    Lots(WorkView work, Alignment alignment, Weeks weeks, Places places, Ledger ledger, long stamp) {
        this.work = work;
        this.alignment = alignment;
        this.weeks = weeks;
        this.places = places;
        this.ledger = ledger;
        this.stamp = stamp;
        finished = weeks.finished(2 * Stretches.LONGEST);
        items = new int[alignment.groups()];
    }

    /** Where this books. */
    Ledger ledger() {
        return ledger;
    }

    /** How many items with size each group has here. */
    int[] items() {
        return Arrays.copyOf(items, alignment.groups());
    }

    /**
     * Goes over items, portion by portion, and books them.
     *
     * @param mayAdd whether groups that are new may get numbers
     */
    Lots take(Portions portions, boolean mayAdd) {
        Stretches stretches = alignment.stretches(portions, mayAdd);
        for (int at = stretches.next(); at != WorkView.NONE; at = stretches.next()) {
            if (stretches.group() >= items.length) {
                items = Arrays.copyOf(items, Math.max(alignment.groups(), stretches.group() * 3 / 2));
            }
            if (stretches.isSingle()) {
                bookSingle(stretches.group(), at);
                stretches.endsAt(at + 1);
            } else {
                if (stretches.group() != group || !lot.hasRoomFor(Stretches.LONGEST)) {
                    book();
                    group = stretches.group();
                } else if (finished.room() < Stretches.LONGEST) {
                    bookFinished();
                }
                stretches.endsAt(lot.gather(work, at, stretches.bound(), finished));
            }
        }
        book();
        metNew = stretches.metNew();
        return this;
    }

    /** Whether there were new groups that might not get a number: then what was booked is worth nothing. */
    boolean metNew() {
        return metNew;
    }

    /** Apart from the lot, which may go on after it. */
    private void bookSingle(int itsGroup, int at) {
        single.take(work, at, weeks);
        items[itsGroup] += single.items();
        if (single.counts()) {
            ledger.change(places.of(itsGroup), nothing, single, stamp);
        }
    }

    private void book() {
        if (!lot.isEmpty()) {
            items[group] += lot.items();
            ledger.book(places.of(group), lot, 1, stamp);
            bookFinished();
            lot.clear();
        }
    }

    private void bookFinished() {
        if (finished.count() > 0) {
            ledger.bookFinished(places.of(group), work, finished, weeks);
            finished.clear();
        }
    }
}

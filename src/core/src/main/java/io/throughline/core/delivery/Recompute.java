package io.throughline.core.delivery;

import io.throughline.core.alignment.Alignment;
import io.throughline.core.work.Portions;
import io.throughline.core.work.WorkView;
import java.util.List;

/**
 * All items aligned and booked anew. Several do so side by side, each its part of the items with a ledger of its own, as long as
 * no group or set of links is new; what is new gets its number from one alone.
 */
final class Recompute {
    private final WorkView work;
    private final Alignment alignment;
    private final Weeks weeks;
    private final Books books;
    private final Places places;
    private List<Lots> done = List.of();

    Recompute(WorkView work, Alignment alignment, Weeks weeks, Books books, Places places) {
        this.work = work;
        this.alignment = alignment;
        this.weeks = weeks;
        this.books = books;
        this.places = places;
    }

    /** How many items with size each group has. */
    int[] run() {
        boolean mayBeShared = alignment.begin(work);
        if (!mayBeShared) {
            places.clear();
        }
        Portions portions = work.portions();
        return mayBeShared && portions.hands() > 1 && isDone(portions) ? items() : alone();
    }

    private boolean isDone(Portions portions) {
        places.prepare();
        done = Portions.share(
                portions.hands(),
                () -> new Lots(work, alignment, weeks, places, books.another(), books.stamp()).take(portions, false));
        return done.stream().noneMatch(Lots::metNew);
    }

    private int[] items() {
        int[] items = new int[alignment.groups()];
        for (Lots each : done) {
            books.ledger().add(each.ledger());
            int[] more = each.items();
            for (int group = 0; group < items.length; group++) {
                items[group] += more[group];
            }
        }
        return items;
    }

    private int[] alone() {
        return new Lots(work, alignment, weeks, places, books.ledger(), books.stamp())
                .take(work.portions(), true)
                .items();
    }
}

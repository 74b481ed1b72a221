package io.throughline.core.delivery;

import io.throughline.core.alignment.Alignment;
import java.util.Arrays;

/**
 * Where the items of each group are booked, as {@link Postings#place} says it: so that a change comes from its group to its
 * account in one step. A group's links never change, so this is found once for each.
 */
final class Places {
    private final Alignment alignment;
    private final Postings postings;
    private int[] places = {};
    private int known;

    Places(Alignment alignment, Postings postings) {
        this.alignment = alignment;
        this.postings = postings;
    }

    /** Groups have other numbers now. */
    void clear() {
        known = 0;
    }

    int of(int group) {
        if (group >= known) {
            prepare();
        }
        return places[group];
    }

    /** Finds those of all groups that there are, so that several may ask at once. */
    void prepare() {
        int groups = alignment.groups();
        if (groups > places.length) {
            places = Arrays.copyOf(places, groups * 9 / 8 + 8);
        }
        while (known < groups) {
            places[known] = postings.place(alignment.heldBy(known));
            known++;
        }
    }

    /** Heap that it takes, in bytes. */
    long bytes() {
        return places.length * 4L;
    }
}

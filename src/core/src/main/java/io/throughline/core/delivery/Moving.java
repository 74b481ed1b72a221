package io.throughline.core.delivery;

import io.throughline.core.alignment.Alignment;
import io.throughline.core.work.WorkView;
import java.util.Arrays;

/**
 * Puts an item and what inherits from it into other groups. Neighbours usually leave the same group for the same other one:
 * they are booked together, so that a subtree costs little more than a walk over it.
 */
final class Moving {
    /** Is told what leaves a group, or comes into one. */
    interface Booking {
        void book(int group, Facts what, int sign);
    }

    private final Alignment alignment;
    private final Booking booking;
    private final Facts together = new Facts();
    private int from = Alignment.NO_GROUP;
    private int to = Alignment.NO_GROUP;
    /** Whether who goes from the one to the other group hands down something else from then on. */
    private boolean isOtherClaim;
    /** A stack of those whose children have yet to follow. */
    private int[] parents = new int[16];

    private int waiting;

    Moving(Alignment alignment, Booking booking) {
        this.alignment = alignment;
        this.booking = booking;
    }

    void move(int top, WorkView work, Weeks weeks) {
        from = Alignment.NO_GROUP;
        to = Alignment.NO_GROUP;
        take(top, top + 1, alignment.regroup(top), work, weeks);
        while (waiting > 0) {
            int parent = parents[--waiting];
            for (int child = work.firstChild(parent); child != WorkView.NONE; ) {
                int next = child + 1;
                if (work.parent(child) == parent) {
                    int before = alignment.regroupBelow(child);
                    next = alignment.regroupFollowers(child, before);
                    take(child, next, before, work, weeks);
                }
                child = work.nextSibling(next - 1);
            }
        }
        book();
    }

    private void push(int parent) {
        if (waiting == parents.length) {
            parents = Arrays.copyOf(parents, waiting * 2);
        }
        parents[waiting++] = parent;
    }

    /** Adds items in a row that came from one group to what moves along; those below them follow if they inherit something else now. */
    private void take(int first, int end, int before, WorkView work, Weeks weeks) {
        int now = alignment.group(first);
        if (before == now) {
            return;
        }
        if (before != from || now != to) {
            book();
            from = before;
            to = now;
            isOtherClaim = alignment.claimedBy(before) != alignment.claimedBy(now);
        }
        for (int at = first; at < end; at++) {
            if (!together.hasRoomFor(1)) {
                book();
            }
            if (work.countsAs(at) != WorkView.UNCOUNTED) {
                together.add(work, at, weeks);
            }
            if (isOtherClaim && work.firstChild(at) != WorkView.NONE) {
                push(at);
            }
        }
    }

    private void book() {
        if (together.isEmpty()) {
            return;
        }
        if (from != Alignment.NO_GROUP) {
            booking.book(from, together, -1);
        }
        if (to != Alignment.NO_GROUP) {
            booking.book(to, together, 1);
        }
        together.clear();
    }
}

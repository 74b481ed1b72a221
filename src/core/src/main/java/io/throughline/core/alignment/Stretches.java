package io.throughline.core.alignment;

import io.throughline.core.work.Portions;
import io.throughline.core.work.WorkView;
import java.util.Arrays;

/**
 * Goes forward over positions, portion by portion, and finds the group of each item, stretch by stretch: a stretch is items
 * in a row that have one parent and one place and no links of their own, so that they are one group. An item with links of
 * its own is a stretch by itself.
 *
 * <p>Several may do so side by side, as long as no group is new: each works out for itself what it needs to know of parents that
 * nobody has passed yet, and writes in its own portions alone.
 */
public final class Stretches {
    /** No stretch is longer than this: the next one may be in the same group. */
    public static final int LONGEST = 4096;

    private final Alignment alignment;
    private final WorkView work;
    private final boolean mayAdd;
    private final Portions portions;
    /** The portion at hand. */
    private int from;

    private int to;
    /** The next item with links of its own. */
    private int claimed;

    /** Up to here all is done. */
    private int at;
    /** The stretch at hand ends here at the latest. */
    private int bound;

    private boolean isSingle;
    private int group = Alignment.NO_GROUP;
    private long siblings;
    private int place = -1;
    /** The group of those with these siblings and in this place that have no links of their own. */
    private int groupOfOthers = Alignment.NO_GROUP;

    private boolean metNew;

    Stretches(Alignment alignment, WorkView work, Portions portions, boolean mayAdd) {
        this.alignment = alignment;
        this.work = work;
        this.portions = portions;
        this.mayAdd = mayAdd;
    }

    /** Whether a group was met that has no number yet and might not get one: then the answers are worth nothing. */
    public boolean metNew() {
        return metNew;
    }

    /** Goes to the first item of the next stretch and returns its position, {@link WorkView#NONE} after the last. */
    public int next() {
        while (at < to && !work.isPresent(at)) {
            alignment.groupOf[at++] = Alignment.NO_GROUP;
        }
        if (at == to) {
            return takePortion() ? next() : WorkView.NONE;
        }
        if (at == alignment.claimedItems.position(claimed)) {
            isSingle = true;
            group = group(at, alignment.claimedItems.claims(claimed++), work.place(at));
            bound = at + 1;
        } else {
            isSingle = false;
            findOthers();
            group = groupOfOthers;
            bound = Math.min(Math.min(to, at + LONGEST), alignment.claimedItems.position(claimed));
        }
        return at;
    }

    private boolean takePortion() {
        if (from < to) {
            portions.done(from);
        }
        from = portions.take();
        if (from == WorkView.NONE) {
            return false;
        }
        at = from;
        to = portions.end(from);
        claimed = alignment.claimedItems.firstFrom(from);
        return true;
    }

    private void findOthers() {
        long siblingsHere = work.siblings(at);
        int placeHere = work.place(at);
        if (groupOfOthers == Alignment.NO_GROUP || siblingsHere != siblings || placeHere != place) {
            groupOfOthers = group(at, LinkSets.EMPTY, placeHere);
            siblings = siblingsHere;
            place = placeHere;
        }
    }

    /** Whether the stretch is one item with links of its own. */
    public boolean isSingle() {
        return isSingle;
    }

    /** Where the stretch ends at the latest: before that it ends where an item is not beside its first. */
    public int bound() {
        return bound;
    }

    /** It goes on up to there. */
    public void endsAt(int position) {
        Arrays.fill(alignment.groupOf, at, position, group);
        at = position;
    }

    private int group(int item, int own, int where) {
        int above = work.parent(item);
        int inherited = above == WorkView.NONE ? Alignment.NO_GROUP : groupOfParent(above);
        int found = alignment.groupUnder(inherited, own, where, alignment.groupOf[item], mayAdd);
        metNew |= found == Groups.UNKNOWN;
        return Math.max(found, Alignment.NO_GROUP);
    }

    /** What was passed already is known; what another one is at, or what comes later, is worked out. */
    private int groupOfParent(int item) {
        return item < portions.known() || (item >= from && item < at)
                ? alignment.groupOf[item]
                : group(item, alignment.ownClaims(item), work.place(item));
    }

    /** The group of the stretch at hand. */
    public int group() {
        return group;
    }
}

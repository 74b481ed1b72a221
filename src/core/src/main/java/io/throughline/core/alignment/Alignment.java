package io.throughline.core.alignment;

import io.throughline.core.strategy.LinkTarget;
import io.throughline.core.strategy.StrategyModel;
import io.throughline.core.strategy.WorkLink;
import io.throughline.core.work.Portions;
import io.throughline.core.work.QueryMembers;
import io.throughline.core.work.WorkView;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.function.Predicate;

/**
 * Which links of all plans hold which items, in one column of 4 bytes.
 *
 * <p>Four steps, plan by plan, the first one that finds anything decides: links to the item itself; to its nearest linked
 * ancestor; queries that match it or, failing that, its nearest matched ancestor; its own project (not its parent's).
 * Several links on the deciding step all hold it, but within one objective only the oldest. Links of objectives that are
 * DRAFT or ABANDONED do not exist here; those of ACHIEVED ones do. Cancelled items, sub-tasks and archived items have an
 * alignment like all others; what counts is decided later.
 *
 * <p>Example: epic E is linked to OBJ-1 and its project P to OBJ-2. A story under E serves OBJ-1 only, a story of P
 * without an epic OBJ-2, and a story of project Q under E again OBJ-1.
 *
 * <p>The column holds the item's <em>group</em>: all items that were claimed by the same links and are in the same place
 * (project and security level) are one group, held by one {@link LinkSets set of links}. A child in its parent's place
 * without links of its own is in its parent's group, so most items cost one comparison. Guarded by the lock of the index.
 */
public final class Alignment {
    /** The group of what is not there. */
    public static final int NO_GROUP = 0;

    private final LinkTable links;
    private final LinkSets sets;
    private final Claims claims;
    private WorkView work;
    /** By position; what one {@link Stretches} writes is its range alone. */
    int[] groupOf = {};

    final ClaimedItems claimedItems = new ClaimedItems();
    /** Whose issue is linked or found by a query: the others need not be looked up when they move with a parent. */
    private final BitSet claimedItself = new BitSet();

    private final Groups groups = new Groups();

    /**
     * Knows the links; {@link #begin} comes next.
     *
     * @param links the table of all links of {@code model}
     * @param sets where the answers are interned
     */
    public Alignment(StrategyModel model, LinkTable links, LinkSets sets, QueryMembers queries, WorkView work) {
        this.links = links;
        this.sets = sets;
        this.work = work;
        claims = new Claims(model, links, sets);
        claims.follow(queries, issue -> {});
    }

    /**
     * Begins to find the group of every item of a view anew; {@link #stretches} then do, which have to go over all of them.
     *
     * @return whether all groups may be known already, so that several may do so side by side
     */
    public boolean begin(WorkView view) {
        boolean isSame = work == view && groups.count() > 1;
        if (work != view) {
            groups.clear(); // places may have other numbers there
        }
        work = view;
        if (groupOf.length < view.positions()) {
            groupOf = Arrays.copyOf(groupOf, view.positions());
        }
        Arrays.fill(groupOf, view.positions(), groupOf.length, NO_GROUP);
        claimedItems.find(claims, view, claimedItself);
        return isSame;
    }

    /**
     * Finds the groups of the items, portion by portion.
     *
     * @param mayAdd whether groups may get numbers: for one at a time
     */
    public Stretches stretches(Portions portions, boolean mayAdd) {
        return new Stretches(this, work, portions, mayAdd);
    }

    /** The links to an item itself and of queries that find it. */
    int ownClaims(int at) {
        return claimedItself.get(at) ? claims.ofIssue(work.id(at)) : LinkSets.EMPTY;
    }

    /** The group that an item with these claims should be in now, worked out from its parent's. */
    private int grouped(int at, int own) {
        int parent = work.parent(at);
        int above = parent == WorkView.NONE ? NO_GROUP : groupOf[parent];
        return groupUnder(above, own, work.place(at), NO_GROUP, true);
    }

    /** {@link Groups#UNKNOWN} if it has no number and may not get one. */
    int groupUnder(int above, int own, int where, int guess, boolean mayAdd) {
        if (above != NO_GROUP && own == LinkSets.EMPTY && groups.placeOf(above) == where) {
            return above;
        }
        int inherited = above == NO_GROUP ? LinkSets.EMPTY : groups.claimedBy(above);
        int claim = mayAdd ? claims.below(inherited, own) : claims.knownBelow(inherited, own);
        int known = claim == Groups.UNKNOWN ? claim : groups.find(claim, where, guess);
        if (known != Groups.UNKNOWN || !mayAdd) {
            return known;
        }
        return groups.add(claim, where, claims.held(claim, work.projectId(work.projectOfPlace(where))));
    }

    /** Puts an item into the group where it belongs now, or in none if it is gone; returns the group it was in. */
    public int regroup(int at) {
        if (at >= groupOf.length) {
            groupOf = Arrays.copyOf(groupOf, Math.max(at + 1, work.positions() + (work.positions() >> 3)));
        }
        int before = groupOf[at];
        int own = work.isPresent(at) ? claims.ofIssue(work.id(at)) : LinkSets.EMPTY;
        claimedItself.set(at, own != LinkSets.EMPTY);
        groupOf[at] = work.isPresent(at) ? grouped(at, own) : NO_GROUP;
        return before;
    }

    /** The same for a child that is there and follows its parent: nothing else about it changed. */
    public int regroupBelow(int at) {
        int before = groupOf[at];
        groupOf[at] = grouped(at, ownClaims(at));
        return before;
    }

    /**
     * Puts those that stand after a child, and are where it was and what it is, into the group that it is in now; returns the
     * first that does not follow it.
     *
     * @param before the group that the child was in
     */
    public int regroupFollowers(int child, int before) {
        int now = groupOf[child];
        if (before == now || claimedItself.get(child)) {
            return child + 1;
        }
        long siblings = work.siblings(child);
        int where = work.place(child);
        int claimedNext = claimedItself.nextSetBit(child + 1);
        int end = Math.min(groupOf.length, claimedNext < 0 ? work.positions() : claimedNext);
        int at = child + 1;
        while (at < end && groupOf[at] == before && work.isBeside(at, siblings, where)) {
            groupOf[at++] = now;
        }
        return at;
    }

    /** Takes over what queries find now; {@code changed} is told each issue that has to be regrouped. */
    public void follow(QueryMembers found, LongConsumer changed) {
        claims.follow(found, changed);
    }

    /** The group of an item. */
    public int group(int position) {
        return position < groupOf.length ? groupOf[position] : NO_GROUP;
    }

    /** Above all groups. */
    public int groups() {
        return groups.count();
    }

    /** What the items of a group were claimed by: children inherit it. */
    public int claimedBy(int group) {
        return groups.claimedBy(group);
    }

    /** The place of the items of a group. */
    public int placeOf(int group) {
        return groups.placeOf(group);
    }

    /** The set of links, in the {@link LinkSets} given, that hold the items of a group. */
    public int heldBy(int group) {
        return groups.heldBy(group);
    }

    /** Which objectives of some plans the item at a position serves and how, by age of link; empty if none. */
    public List<Serving> servings(int position, Predicate<WorkLink> wanted) {
        List<Serving> found = new ArrayList<>();
        sets.forEach(groups.heldBy(group(position)), number -> {
            if (wanted.test(links.link(number))) {
                found.add(serving(number, position));
            }
        });
        return List.copyOf(found);
    }

    private Serving serving(int number, int position) {
        WorkLink link = links.link(number);
        LinkTarget target = link.target();
        if (target.kind() == LinkTarget.Kind.PROJECT) {
            String project = work.projectKey(work.project(position)).orElse(target.ref());
            return new Serving(link.objective(), link.id(), Via.PROJECT, project, 0);
        }
        int from = position;
        while (from != WorkView.NONE && !isClaimedItself(from, number)) {
            from = work.parent(from);
        }
        if (from == WorkView.NONE) {
            throw new IllegalStateException("nothing above " + work.key(position) + " has link " + link.id());
        }
        if (target.kind() == LinkTarget.Kind.JQL) {
            return new Serving(link.objective(), link.id(), Via.QUERY, target.ref(), work.id(from));
        }
        Via via = from == position ? Via.SELF : Via.PARENT;
        return new Serving(link.objective(), link.id(), via, work.key(from), work.id(from));
    }

    private boolean isClaimedItself(int position, int number) {
        return sets.any(claims.ofIssue(work.id(position)), each -> each == number);
    }

    /** Heap that it takes beside the sets, in bytes. */
    public long bytes() {
        return groupOf.length * 4L
                + claimedItself.size() / Byte.SIZE
                + groups.bytes()
                + claimedItems.bytes()
                + claims.bytes();
    }
}

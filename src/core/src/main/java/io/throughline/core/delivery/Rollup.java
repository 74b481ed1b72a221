package io.throughline.core.delivery;

import io.throughline.core.alignment.Alignment;
import io.throughline.core.alignment.LinkSets;
import io.throughline.core.alignment.LinkTable;
import io.throughline.core.alignment.Reach;
import io.throughline.core.strategy.SizeMeasure;
import io.throughline.core.strategy.StrategyModel;
import io.throughline.core.work.QueryMembers;
import io.throughline.core.work.Sizes;
import io.throughline.core.work.StatusCategory;
import io.throughline.core.work.WorkIndex;
import io.throughline.core.work.WorkObserver;
import io.throughline.core.work.WorkRules;
import io.throughline.core.work.WorkView;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * The sums of all plans over all work, kept current item by item.
 *
 * <p>Made in one pass over the items, each parent before its children: the pass aligns an item with all plans and adds what
 * it is to the lot of its {@link Alignment group}; then each lot is booked once, into the accounts of its links and of the
 * nodes above them. As an observer of the index it then books and takes back single items, so that a change costs what
 * depends on it: the item, and where its links changed, what is below it. Both ways give the same whole numbers.
 *
 * <p>One for one structure of the strategy ({@link #fits}); everything that is no structure (weights, dates, names) is not
 * looked at here. Guarded by the lock of the index.
 */
public final class Rollup implements WorkObserver {
    private static final int DONE = StatusCategory.DONE.number();

    private final WorkIndex index;
    private final Structure structure;
    private final LinkSets sets = new LinkSets();
    private final LinkTable links;
    private final Alignment alignment;
    private final Books books;
    private final Facts facts = new Facts();
    private final Facts moving = new Facts();
    private WorkView work;
    private Weeks weeks;
    private int[] itemsOfGroup = {};
    private long madeAt;
    private boolean follows;

    /** Makes all sums. Ask inside {@link WorkIndex#reading}, or {@link #follow} at once. */
    public Rollup(StrategyModel model, WorkView work, QueryMembers queries, LocalDate today, ZoneId zone) {
        this.work = work;
        index = work.index();
        structure = Structure.of(model);
        links = new LinkTable(model);
        weeks = new Weeks(today, zone);
        alignment = new Alignment(model, links, sets, queries, work);
        books = new Books(model, links, sets);
        recompute();
    }

    /** Whether this is the roll-up of a strategy, and of the index of a view. */
    public boolean fits(StrategyModel model, WorkView view) {
        return view.index() == index && structure.equals(Structure.of(model));
    }

    /** Stays current from now on. */
    public void follow() {
        index.writing(() -> {
            if (!follows) {
                refresh(); // first: once it follows, nothing of before is looked for any more
                follows = true;
                index.observe(this);
            }
        });
    }

    /** Stays as it is from now on; asked later it has to make all sums again. */
    public void leave() {
        index.writing(() -> {
            follows = false;
            index.leave(this);
            madeAt = index.version();
        });
    }

    /** Takes over what queries find now, and that another day has begun. */
    public void advance(QueryMembers queries, LocalDate today, ZoneId zone) {
        index.writing(() -> {
            List<Long> changed = new ArrayList<>();
            alignment.follow(queries, changed::add);
            Weeks now = new Weeks(today, zone);
            boolean isOtherWeek = !now.isSame(weeks);
            weeks = now;
            if (isOtherWeek) {
                recompute();
            } else {
                for (long issue : changed) {
                    int at = work.find(issue);
                    if (at != WorkView.NONE) {
                        moved(at);
                    }
                }
            }
        });
    }

    /** Makes all sums again if they may be old: only where nobody {@link #follow follows}. */
    public void refresh() {
        if (work != index.view() || (!follows && madeAt != index.version())) {
            recompute();
        }
    }

    /** Makes all sums anew, in one pass. */
    public void recompute() {
        work = index.view();
        madeAt = index.version();
        books.clear(work.rules());
        alignment.begin(work);
        book(new Lots());
    }

    /** What the items of each group come to, gathered in the one pass over the items that also finds their groups. */
    private final class Lots {
        private long[] sums = new long[1024 * Facts.SIZE];
        private long[][] weeksOf = new long[1024][];

        Lots() {
            for (int at = 0; at < work.positions(); at++) {
                if (work.isPresent(at)) {
                    int group = alignment.align(at);
                    if (group >= weeksOf.length) {
                        grow(group);
                    }
                    if (work.carriesSize(at)) {
                        add(group, at);
                    } else if (work.isExcluded(at)) {
                        Facts.addExcluded(sums, group);
                    }
                }
            }
        }

        private void grow(int group) {
            int capacity = Math.max(group + 1, weeksOf.length * 2);
            sums = Arrays.copyOf(sums, capacity * Facts.SIZE);
            weeksOf = Arrays.copyOf(weeksOf, capacity);
        }

        private void add(int group, int at) {
            int category = work.categoryNumber(at);
            Facts.addCarrier(sums, group, category, work, at);
            int week = weeks.of(work.resolvedQuarter(at)); // first: few are in these weeks, every third is done
            if (week != Weeks.OUTSIDE && category == DONE) {
                finish(group, week, at);
            }
        }

        private void finish(int group, int week, int at) {
            if (alignment.heldBy(group) != LinkSets.EMPTY) {
                if (weeksOf[group] == null) {
                    weeksOf[group] = new long[Facts.WEEKS_SIZE];
                }
                Facts.addFinished(weeksOf[group], week, work, at);
            }
        }
    }

    private void book(Lots lots) {
        int groups = alignment.groups();
        itemsOfGroup = new int[groups];
        Facts lot = Facts.window();
        for (int group = 1; group < Math.min(groups, lots.weeksOf.length); group++) {
            lot.show(lots.sums, group, lots.weeksOf[group]);
            itemsOfGroup[group] = lot.items();
            if (alignment.heldBy(group) != LinkSets.EMPTY && (lot.items() > 0 || lot.excluded() > 0)) {
                books.book(alignment.heldBy(group), lot, 1);
            }
        }
    }

    @Override
    public void before(int position) {
        book(position, -1);
    }

    @Override
    public void after(int position) {
        book(position, 1);
    }

    private void book(int position, int sign) {
        int group = alignment.group(position);
        if (group != Alignment.NO_GROUP && (work.carriesSize(position) || work.isExcluded(position))) {
            facts.clear();
            facts.add(work, position, weeks);
            book(group, facts, sign);
        }
    }

    private void book(int group, Facts what, int sign) {
        if (group >= itemsOfGroup.length) {
            itemsOfGroup = Arrays.copyOf(itemsOfGroup, Math.max(alignment.groups(), group * 9 / 8));
        }
        itemsOfGroup[group] += sign * what.items();
        if (alignment.heldBy(group) != LinkSets.EMPTY) {
            books.book(alignment.heldBy(group), what, sign);
        }
    }

    /**
     * Puts the item and what inherits from it into other groups. Neighbours usually leave the same group for the same
     * other one: their lot is booked together.
     */
    @Override
    public void moved(int position) {
        ArrayDeque<Integer> next = new ArrayDeque<>();
        next.push(position);
        int from = Alignment.NO_GROUP;
        int to = Alignment.NO_GROUP;
        moving.clear();
        while (!next.isEmpty()) {
            int at = next.pop();
            int before = alignment.regroup(at);
            int now = alignment.group(at);
            if (before == now) {
                continue;
            }
            if (before != from || now != to) {
                move(from, to);
                from = before;
                to = now;
            }
            if (work.carriesSize(at) || work.isExcluded(at)) {
                moving.add(work, at, weeks);
            }
            if (alignment.claimedBy(before) != alignment.claimedBy(now)) {
                for (int child = work.firstChild(at); child != WorkView.NONE; child = work.nextSibling(child)) {
                    if (work.parent(child) == at) {
                        next.push(child);
                    }
                }
            }
        }
        move(from, to);
    }

    private void move(int from, int to) {
        if (!moving.isEmpty()) {
            if (from != Alignment.NO_GROUP) {
                book(from, moving, -1);
            }
            if (to != Alignment.NO_GROUP) {
                book(to, moving, 1);
            }
            moving.clear();
        }
    }

    @Override
    public void reset() {
        recompute();
    }

    /** Rises whenever something in a plan's numbers may have changed. */
    public long touched(String plan) {
        return books.book(plan).touched;
    }

    /** Which links bring work into a plan. */
    public Reach reach(String plan) {
        return books.book(plan).reach;
    }

    /** Which links hold which items. */
    public Alignment alignment() {
        return alignment;
    }

    /** The sets that the alignment speaks of. */
    public LinkSets sets() {
        return sets;
    }

    /** The view whose items these are. */
    public WorkView work() {
        return work;
    }

    /** The set of links that hold the item at a position, of whatever plans. */
    public int heldAt(int position) {
        return alignment.heldBy(alignment.group(position));
    }

    Tallies tallies(String plan) {
        return books.tallies(books.book(plan));
    }

    /** The items behind the sums of a node as they are now: by level from the top, siblings together, then by id. */
    List<HeldItem> items(String plan, String key) {
        Books.Book book = books.book(plan);
        int account = books.account(book, key);
        byte[] known = new byte[alignment.groups()];
        List<HeldItem> found = new ArrayList<>();
        for (int at = 0; account >= 0 && at < work.positions(); at++) {
            boolean excluded = work.isExcluded(at);
            if ((excluded || work.carriesSize(at)) && isBehind(account, alignment.group(at), known)) {
                long size = work.size(at, book.measure);
                boolean unsized = !excluded && size == Sizes.UNSIZED;
                long counted = excluded ? 0 : unsized ? book.fallback : size;
                found.add(new HeldItem(at, Sizes.value(counted, book.measure), unsized, excluded));
            }
        }
        found.sort(Comparator.<HeldItem>comparingInt(item -> -work.level(item.position()))
                .thenComparingLong(item -> parentId(item.position()))
                .thenComparingLong(item -> work.id(item.position())));
        return found;
    }

    private long parentId(int position) {
        int parent = work.parent(position);
        return parent == WorkView.NONE ? 0 : work.id(parent);
    }

    /** The positions of all items, of any level and state, that reach a node of a plan or what is below it. */
    public BitSet reaching(String plan, String key) {
        Books.Book book = books.book(plan);
        int account = books.account(book, key);
        byte[] known = new byte[alignment.groups()];
        BitSet found = new BitSet();
        for (int at = 0; account >= 0 && at < work.positions(); at++) {
            if (work.isPresent(at) && isBehind(account, alignment.group(at), known)) {
                found.set(at);
            }
        }
        return found;
    }

    private boolean isBehind(int account, int group, byte[] known) {
        if (known[group] == 0) {
            int[] accounts = books.accounts(alignment.heldBy(group));
            known[group] = (byte) (Arrays.binarySearch(accounts, account) >= 0 ? 1 : 2);
        }
        return known[group] == 1;
    }

    /**
     * Counts the items behind all nodes and links of a plan that somebody may not see. Asks for each place (project and
     * security level) once, and for single items only where seeing the place does not settle it.
     */
    ItemCounts count(String plan, Hiding hiding) {
        Books.Book book = books.book(plan);
        ItemCounts counts = new ItemCounts();
        BitSet single = new BitSet();
        for (int group = 1; group < Math.min(alignment.groups(), itemsOfGroup.length); group++) {
            int set = alignment.heldBy(group);
            if (itemsOfGroup[group] > 0 && book.reach.reaches(set)) {
                int place = alignment.placeOf(group);
                if (hiding.hidesProject(work.projectOfPlace(place))) {
                    books.tell(book, set, counts, itemsOfGroup[group]);
                } else if (work.isSecured(place)) {
                    single.set(group);
                }
            }
        }
        for (int at = 0; !single.isEmpty() && at < work.positions(); at++) {
            if (work.carriesSize(at) && single.get(alignment.group(at)) && hiding.hidesItem(at)) {
                books.tell(book, alignment.heldBy(alignment.group(at)), counts, 1);
            }
        }
        return counts;
    }

    /** Counts the items behind all nodes and links of a plan that pass, in one pass. */
    ItemCounts count(String plan, IntPredicate test) {
        Books.Book book = books.book(plan);
        ItemCounts counts = new ItemCounts();
        for (int at = 0; at < work.positions(); at++) {
            int set = work.carriesSize(at) ? heldAt(at) : LinkSets.EMPTY;
            if (set != LinkSets.EMPTY && test.test(at)) {
                books.tell(book, set, counts, 1);
            }
        }
        return counts;
    }

    SizeMeasure measure(String plan) {
        return books.book(plan).measure;
    }

    /** The rules under which the sums were made. */
    public WorkRules rules() {
        return work.rules();
    }

    /** Heap that it takes, in bytes; the index's own columns come on top. */
    public long bytes() {
        return sets.bytes() + alignment.bytes() + books.bytes() + itemsOfGroup.length * 4L;
    }
}

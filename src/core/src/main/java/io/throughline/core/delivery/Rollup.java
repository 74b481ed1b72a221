package io.throughline.core.delivery;

import io.throughline.core.alignment.Alignment;
import io.throughline.core.alignment.LinkSets;
import io.throughline.core.alignment.LinkTable;
import io.throughline.core.alignment.Reach;
import io.throughline.core.strategy.SizeMeasure;
import io.throughline.core.strategy.StrategyModel;
import io.throughline.core.work.QueryMembers;
import io.throughline.core.work.Sizes;
import io.throughline.core.work.WorkIndex;
import io.throughline.core.work.WorkObserver;
import io.throughline.core.work.WorkRules;
import io.throughline.core.work.WorkView;
import java.time.LocalDate;
import java.time.ZoneId;
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
    private final WorkIndex index;
    private final Structure structure;
    private final LinkSets sets = new LinkSets();
    private final LinkTable links;
    private final Alignment alignment;
    private final Books books;
    private final Places places;
    private final Single was = new Single();
    private final Single is = new Single();
    private final Single nothing = new Single();
    /** Whose change has begun. */
    private int changing = WorkView.NONE;
    /** Who may change next, and its group. */
    private int expected = WorkView.NONE;

    private int groupOfExpected;

    private final Moving moving;
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
        places = books.places(alignment);
        moving = new Moving(alignment, this::book);
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

    /** Whether it stays current by itself: then nothing here changes while somebody reads the index. */
    public boolean isFollowing() {
        return follows;
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
        changing = WorkView.NONE;
        expected = WorkView.NONE;
        books.clear(work.rules());
        itemsOfGroup = new Recompute(work, alignment, weeks, books, places).run();
    }

    @Override
    public void expect(int position) {
        expected = position;
        groupOfExpected = alignment.group(position);
        books.expect(places.of(groupOfExpected));
    }

    /** Only remembers what the item was: it is booked once, together with what it is afterwards. */
    @Override
    public void before(int position) {
        change(changing, was, nothing); // of another item, around whose change this one happens
        was.take(work, position, weeks);
        changing = position;
    }

    @Override
    public void after(int position) {
        is.take(work, position, weeks);
        change(position, changing == position ? was : nothing, is);
        changing = WorkView.NONE;
    }

    private void change(int position, Single before, Single after) {
        if (position == WorkView.NONE) {
            return;
        }
        int group = position == expected ? groupOfExpected : alignment.group(position);
        if (group != Alignment.NO_GROUP && (before.counts() || after.counts())) {
            if (after.items() != before.items()) {
                add(group, after.items() - before.items());
            }
            books.change(places.of(group), before, after);
        }
    }

    private void book(int group, Facts what, int sign) {
        add(group, sign * what.items());
        books.book(places.of(group), what, sign);
    }

    private void add(int group, int items) {
        if (group >= itemsOfGroup.length) {
            itemsOfGroup = Arrays.copyOf(itemsOfGroup, Math.max(alignment.groups(), group * 9 / 8));
        }
        itemsOfGroup[group] += items;
    }

    @Override
    public void moved(int position) {
        expected = WorkView.NONE; // its group, and that of others, may be another one from here on
        moving.move(position, work, weeks);
    }

    @Override
    public void reset() {
        recompute();
    }

    /** Rises whenever something in a plan's numbers may have changed. */
    public long touched(String plan) {
        return books.book(plan).touched;
    }

    /** How many accounts were written since this was made: what changes cost, whatever the machine. */
    public long accountsWritten() {
        return books.written();
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
        Book book = books.book(plan);
        int node = book.node(key);
        byte[] known = new byte[alignment.groups()];
        List<HeldItem> found = new ArrayList<>();
        for (int at = 0; node >= 0 && at < work.positions(); at++) {
            boolean excluded = work.isExcluded(at);
            if ((excluded || work.carriesSize(at)) && isBehind(book, node, alignment.group(at), known)) {
                long size = work.size(at, book.measure);
                boolean unsized = !excluded && size == Sizes.UNSIZED;
                long counted = excluded ? 0 : unsized ? book.measured.fallback() : size;
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
        Book book = books.book(plan);
        int node = book.node(key);
        byte[] known = new byte[alignment.groups()];
        BitSet found = new BitSet();
        for (int at = 0; node >= 0 && at < work.positions(); at++) {
            if (work.isPresent(at) && isBehind(book, node, alignment.group(at), known)) {
                found.set(at);
            }
        }
        return found;
    }

    private boolean isBehind(Book book, int node, int group, byte[] known) {
        if (known[group] == 0) {
            known[group] = (byte) (books.isBehind(book, node, alignment.heldBy(group)) ? 1 : 2);
        }
        return known[group] == 1;
    }

    /**
     * Counts the items behind all nodes and links of a plan that somebody may not see. Asks for each place (project and
     * security level) once, and for single items only where seeing the place does not settle it.
     */
    ItemCounts count(String plan, Hiding hiding) {
        Book book = books.book(plan);
        Books.Count counts = books.new Count(book);
        BitSet single = new BitSet();
        for (int group = 1; group < Math.min(alignment.groups(), itemsOfGroup.length); group++) {
            int set = alignment.heldBy(group);
            if (itemsOfGroup[group] > 0 && book.reach.reaches(set)) {
                int place = alignment.placeOf(group);
                if (hiding.hidesProject(work.projectOfPlace(place))) {
                    counts.add(set, itemsOfGroup[group]);
                } else if (work.isSecured(place)) {
                    single.set(group);
                }
            }
        }
        for (int at = 0; !single.isEmpty() && at < work.positions(); at++) {
            if (work.carriesSize(at) && single.get(alignment.group(at)) && hiding.hidesItem(at)) {
                counts.add(heldAt(at), 1);
            }
        }
        return counts.counts();
    }

    /** Counts the items behind all nodes and links of a plan that pass, in one pass. */
    ItemCounts count(String plan, IntPredicate test) {
        Book book = books.book(plan);
        Books.Count counts = books.new Count(book);
        for (int at = 0; at < work.positions(); at++) {
            int set = work.carriesSize(at) ? heldAt(at) : LinkSets.EMPTY;
            if (set != LinkSets.EMPTY && test.test(at)) {
                counts.add(set, 1);
            }
        }
        return counts.counts();
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
        return sets.bytes() + alignment.bytes() + books.bytes() + places.bytes() + itemsOfGroup.length * 4L;
    }
}

package io.throughline.core.work;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;

/**
 * All work items of the instance, in columns, kept current by upserts and removals.
 *
 * <p>Threads: one lock for this and for everything that {@link #observe observes} it. Writers exclude each other and all
 * readers; whoever reads more than one thing that has to fit together does so inside {@link #reading}. A change that
 * changes nothing leaves {@link #version} as it is, and with it every cache keyed by it. Each change costs what depends on
 * it, whatever the size of the index.
 *
 * <p>What it takes an item is measured by {@code ./bench}.
 */
public final class WorkIndex {
    /** Freed slots rest until so many are free, so that nobody who still has a position meets another item there. */
    private static final int RESTING = 1024;

    /** Of so many items what they need is looked at before the first of them is put. */
    private static final int AHEAD = 16;

    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private final Observers observers = new Observers();
    private final ArrayDeque<Integer> free = new ArrayDeque<>();
    /** Who is told: nearly always there is one observer, and then nobody stands between. */
    private WorkObserver tell = observers;
    /** Keys that are not project key, dash, number. */
    private final Map<Long, String> oddKeys = new HashMap<>();

    private final int portion;
    private WorkRules rules = WorkRules.defaults();
    private Traits traits = new Traits(rules);
    private SizeTable sizes = new SizeTable();
    private Columns columns = new Columns(16);
    private IdTable ids = new IdTable(16);
    private Kinship kinship = new Kinship(columns, traits, new Families(), tell);
    private int count;
    /** Nobody reads it, but what is kept has to be looked at. */
    @SuppressWarnings("unused")
    private long seen;

    private long version;
    /** Written under the lock; whoever only asks which view there is need not wait for a writer. */
    private volatile WorkView view = new WorkView(this, columns, traits, sizes, kinship, rules);

    /** An empty index. */
    public WorkIndex() {
        this(Portions.USUAL);
    }

    /**
     * An empty index.
     *
     * @param portion how many positions one hand takes at a time when all is worked out anew; several hands help from a few
     *     portions on
     */
    public WorkIndex(int portion) {
        this.portion = portion;
    }

    /** Rises with every change of content; never falls while this object lives. */
    public long version() {
        return reading(() -> version);
    }

    /** How many items there are. */
    public int size() {
        return reading(() -> count);
    }

    /** Reads while nobody writes. Must not write, nor wait for anyone who does. */
    public <T> T reading(Supplier<T> read) {
        lock.readLock().lock();
        try {
            return read.get();
        } finally {
            lock.readLock().unlock();
        }
    }

    /** Does something while nobody else reads or writes, such as making an observer what it should be. */
    public void writing(Runnable write) {
        lock.writeLock().lock();
        try {
            write.run();
        } finally {
            lock.writeLock().unlock();
        }
    }

    /** Tells an observer of all changes from now on. */
    public void observe(WorkObserver observer) {
        writing(() -> {
            observers.add(observer);
            tell(observers.asOne());
        });
    }

    /** Tells it nothing more. */
    public void leave(WorkObserver observer) {
        writing(() -> {
            observers.remove(observer);
            tell(observers.asOne());
        });
    }

    private void tell(WorkObserver told) {
        tell = told;
        kinship.tell(told);
    }

    /** Adds the item, or replaces the one with the same id. */
    public void upsert(WorkItem item) {
        writing(() -> put(item));
    }

    /** Adds or replaces many at once; a reader sees all of them or none. Of equal ids the last one stays. */
    public void upsertAll(Collection<WorkItem> items) {
        writing(() -> {
            WorkItem[] some = new WorkItem[AHEAD];
            int count = 0;
            for (WorkItem item : items) {
                some[count++] = item;
                if (count == AHEAD) {
                    put(some, count);
                    count = 0;
                }
            }
            put(some, count);
        });
    }

    private void put(WorkItem[] some, int count) {
        for (int each = 0; each < count; each++) {
            look(some[each]);
        }
        for (int each = 0; each < count; each++) {
            put(some[each]);
        }
    }

    /** Looks at what putting this item will need, so that memory brings that for several at a time. */
    private void look(WorkItem item) {
        int slot = ids.find(columns, item.id());
        if (slot != IdTable.ABSENT) {
            tell.expect(slot);
            seen += columns.updated(slot);
        }
        seen += ids.find(columns, item.parentId());
    }

    /** Forgets an item; does nothing if it is not there. Its children keep pointing to its id, in case it returns. */
    public void remove(long id) {
        writing(() -> {
            int slot = find(id);
            if (slot == Columns.NONE || !columns.is(slot, Columns.PRESENT)) {
                return;
            }
            int parent = columns.parent(slot);
            oddKeys.remove(id);
            kinship.change(slot, Columns.NONE, columns.trait(slot), columns.size(slot), 0);
            count--;
            version++;
            freeIfNobodyNames(slot);
            if (parent != slot) {
                freeIfNobodyNames(parent);
            }
        });
    }

    /** Forgets everything. */
    public void clear() {
        writing(() -> {
            traits = new Traits(rules);
            sizes = new SizeTable();
            free.clear();
            oddKeys.clear();
            use(new Columns(16), new IdTable(16), new Families());
            count = 0;
            version++;
            tell.reset();
        });
    }

    /** The item as it was last put; its times to the millisecond, that of its resolution to the quarter of an hour. */
    public Optional<WorkItem> get(long id) {
        return reading(() -> {
            int slot = find(id);
            return slot == Columns.NONE || !columns.is(slot, Columns.PRESENT)
                    ? Optional.empty()
                    : Optional.of(item(slot));
        });
    }

    /** Whether an item is there that was last updated at this instant, to the millisecond. */
    public boolean isCurrent(long id, Instant updated) {
        return reading(() -> {
            int slot = find(id);
            return slot != Columns.NONE
                    && columns.is(slot, Columns.PRESENT)
                    && columns.updated(slot) == updated.toEpochMilli();
        });
    }

    /**
     * A window on the items as they are under the given rules. It shows each change; only rules that differ from those of
     * before cost a pass.
     */
    public WorkView view(WorkRules wanted) {
        if (!wanted.equals(view().rules())) {
            writing(() -> {
                rules = wanted;
                version++;
                look();
                deriveAll();
            });
        }
        return view();
    }

    /** The window under the rules that were asked for last. */
    public WorkView view() {
        return view;
    }

    /** Works out all that follows from levels, resolutions and parents anew, and tells the observers. */
    public void deriveAll() {
        writing(() -> {
            traits.use(rules);
            kinship.deriveAll(portions());
            tell.reset();
        });
    }

    /**
     * Puts siblings side by side and parents before their children, and gives back what removals left. For after a fill:
     * passes are twice as quick then. Positions change.
     */
    public void settle() {
        writing(() -> {
            int[] order = new Ordering(columns, traits).present();
            Settling settled = new Settling(columns, traits, sizes, order, rules);
            traits = settled.traits;
            sizes = settled.sizes;
            free.clear();
            use(settled.columns, settled.ids, settled.families);
            kinship.deriveAll(portions());
            tell.reset();
        });
    }

    /** All items as columns, in the order that {@link #settle} makes; positions here stay. */
    public SettledItems settled() {
        return reading(() -> SettledItems.of(columns, traits, sizes, oddKeys, new Ordering(columns, traits).present()));
    }

    /** Forgets everything and holds these items instead, settled. */
    public void replaceBy(SettledItems items) {
        writing(() -> {
            traits = new Traits(rules);
            sizes = new SizeTable();
            free.clear();
            oddKeys.clear();
            oddKeys.putAll(items.oddKeys());
            IdTable nextIds = new IdTable(items.ids().length);
            Families families = new Families();
            use(items.columns(traits, sizes, nextIds, families), nextIds, families);
            count = items.numbers().length;
            version++;
            kinship.deriveAll(portions());
            tell.reset();
        });
    }

    private void use(Columns nextColumns, IdTable nextIds, Families nextFamilies) {
        columns = nextColumns;
        ids = nextIds;
        kinship = new Kinship(columns, traits, nextFamilies, tell);
        look();
    }

    private void look() {
        view = new WorkView(this, columns, traits, sizes, kinship, rules);
    }

    /** Heap that all of this takes, in bytes; without observers. */
    public long bytes() {
        return reading(() -> columns.bytes() + ids.bytes() + traits.bytes() + sizes.bytes() + kinship.families.bytes());
    }

    Portions portions() {
        return new Portions(columns.slots, portion);
    }

    int find(long id) {
        return id <= 0 ? Columns.NONE : ids.find(columns, id);
    }

    /**
     * Waiting for memory is most of what this costs, so what is far away is asked for at once and first: the second lookup
     * does not wait for the first, nor {@link WorkObserver#expect} and when the item was updated for each other.
     */
    private void put(WorkItem item) {
        int known = ids.find(columns, item.id());
        int knownParent = item.parentId() <= 0 ? Columns.NONE : ids.find(columns, item.parentId());
        int slot = known == IdTable.ABSENT ? add(item.id()) : known;
        tell.expect(slot);
        boolean isOfThatTime = columns.updated(slot) == item.updated().toEpochMilli();
        int parent = knownParent == IdTable.ABSENT && item.parentId() > 0 ? slot(item.parentId()) : knownParent;
        if (isOfThatTime && isSame(slot, parent, item)) {
            return;
        }
        boolean isNew = !columns.is(slot, Columns.PRESENT);
        int trait = isNew ? traits.of(item) : traits.of(item, columns.trait(slot));
        int size = isNew ? sizes.of(item) : sizes.of(item, columns.size(slot));
        int oldParent = columns.parent(slot);
        columns.setUpdated(slot, item.updated().toEpochMilli());
        setKey(slot, item);
        kinship.change(slot, parent, trait, size, Columns.facts(item));
        if (oldParent != parent) {
            freeIfNobodyNames(oldParent);
        }
        count += isNew ? 1 : 0;
        version++;
    }

    private boolean isSame(int slot, int parent, WorkItem item) {
        return columns.is(slot, Columns.PRESENT)
                && columns.parent(slot) == parent
                && (columns.state(slot) & Columns.FACTS) == Columns.facts(item)
                && columns.trait(slot) == traits.of(item, columns.trait(slot))
                && columns.size(slot) == sizes.of(item, columns.size(slot))
                && key(slot).equals(item.key());
    }

    private void setKey(int slot, WorkItem item) {
        int number = KeyNumber.of(item.key(), item.projectKey());
        int before = columns.number(slot);
        columns.setNumber(slot, number);
        if (number == KeyNumber.ODD) {
            oddKeys.put(item.id(), item.key());
        } else if (before == KeyNumber.ODD) {
            oddKeys.remove(item.id());
        }
    }

    String key(int slot) {
        int number = columns.number(slot);
        return number == KeyNumber.ODD
                ? oddKeys.getOrDefault(columns.id(slot), "")
                : traits.projectKey(traits.projectOfPlace(traits.place(columns.trait(slot)))) + '-' + number;
    }

    private int slot(long id) {
        int known = ids.find(columns, id);
        return known == IdTable.ABSENT ? add(id) : known;
    }

    private int add(long id) {
        int slot = free.size() > RESTING ? free.remove() : columns.append();
        columns.makeGhost(slot, id);
        ids.add(columns, slot);
        return slot;
    }

    private void freeIfNobodyNames(int slot) {
        if (slot != Columns.NONE && !columns.is(slot, Columns.PRESENT) && !columns.is(slot, Columns.NAMED)) {
            ids.remove(columns, slot);
            free.add(slot);
        }
    }

    private WorkItem item(int slot) {
        int trait = columns.trait(slot);
        int place = traits.place(trait);
        int project = traits.projectOfPlace(place);
        long resolved = columns.resolved(slot);
        return new WorkItem(
                columns.id(slot),
                key(slot),
                traits.projectId(project),
                traits.projectKey(project),
                traits.type(trait),
                traits.isSubTask(trait),
                columns.parent(slot) == Columns.NONE ? 0 : columns.id(columns.parent(slot)),
                columns.category(slot),
                traits.resolution(trait),
                sizes.points(columns.size(slot)),
                sizes.seconds(columns.size(slot)),
                Instant.ofEpochMilli(columns.updated(slot)),
                resolved == Columns.UNRESOLVED ? null : Instant.ofEpochMilli(resolved),
                columns.is(slot, Columns.ARCHIVED),
                traits.securityOfPlace(place));
    }
}

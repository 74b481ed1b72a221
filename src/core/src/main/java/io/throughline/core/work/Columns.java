package io.throughline.core.work;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The columns of the index, one entry per slot: 26 bytes an item. Guarded by the lock of {@link WorkIndex}.
 *
 * <p>A slot holds an item, or a <em>ghost</em>: an id that items name as their parent and that is not (or no longer)
 * there, or nothing. Fields with few different values are numbers into {@link Traits} and {@link SizeTable}. Siblings
 * stand together, parents before children, when the index was {@link Ordering ordered} last; what came or moved since
 * stands where there was room, which costs speed, not correctness.
 */
final class Columns {
    static final int NONE = -1;

    /** The slot holds an item, not a ghost or nothing. */
    static final int PRESENT = 1;
    /** Its parent counts: it is present and its level is strictly higher. */
    static final int KEPT = 1 << 1;
    /** Its size counts. */
    static final int CARRIES = 1 << 2;
    /** It is cancelled and of level 0 or up. */
    static final int EXCLUDED = 1 << 3;

    /** What an item is by itself, as long as nothing below it is alive. */
    static final int ALONE = CARRIES | EXCLUDED;

    static final int CATEGORY_SHIFT = 4;
    static final int CATEGORY = 3 << CATEGORY_SHIFT;
    static final int ARCHIVED = 1 << 6;
    /** Some slot names this one as its parent, kept or not. */
    static final int NAMED = 1 << 7;
    /** The next slot is the next one with the same parent; where it is another one, {@link #elsewhere} knows. */
    static final int NEXT_FOLLOWS = 1 << 8;
    /** Above: the quarter of an hour of its resolution since 1970, 0 for none; 23 bits last until the year 2209. */
    static final int RESOLVED_SHIFT = 9;

    private static final int LAST_QUARTER = (1 << (Integer.SIZE - RESOLVED_SHIFT)) - 1;

    /** What the item itself says, as opposed to what follows from others. */
    static final int FACTS = PRESENT | CATEGORY | ARCHIVED | (-1 << RESOLVED_SHIFT);

    static final long SIBLINGS = kin(-1, PRESENT | KEPT);

    static final long QUARTER = 15 * 60_000L;
    static final long UNRESOLVED = Long.MIN_VALUE;

    static final int COUNTS_AS_EXCLUDED = StatusCategory.values().length;
    static final int COUNTS_NOT = COUNTS_AS_EXCLUDED + 1;
    /** By the flags of a state what {@link #countsAs} says: a look here instead of branches nobody can predict. */
    private static final byte[] COUNTS = new byte[1 << RESOLVED_SHIFT];

    /** By the flags of a state 1 for what is open and not archived. */
    private static final byte[] OPEN = new byte[1 << RESOLVED_SHIFT];

    static {
        for (int flags = 0; flags < COUNTS.length; flags++) {
            int category = (flags & CATEGORY) >> CATEGORY_SHIFT;
            int other = (flags & EXCLUDED) != 0 ? COUNTS_AS_EXCLUDED : COUNTS_NOT;
            COUNTS[flags] = (byte) ((flags & CARRIES) != 0 ? category : other);
            boolean isOpen = category != StatusCategory.DONE.number() && (flags & ARCHIVED) == 0;
            OPEN[flags] = (byte) (isOpen ? 1 : 0);
        }
    }

    /** How many longs of {@link #items} a slot has: its kin, then its kind. */
    static final int WIDTH = 2;
    /** Behind the kin; see {@link #traitOf}. */
    static final int KIND = 1;

    private static final int SMALL_BITS = 16;
    private static final int SMALL = (1 << SMALL_BITS) - 1;
    private static final int NAMES = 2;
    private static final int NUMBER = 0;
    private static final int UPDATED = 1;

    private static final StatusCategory[] CATEGORIES = StatusCategory.values();

    /** Slots from 0 up to here were used at some time. */
    int slots;

    /**
     * By slot two longs, for what changes and passes read: its <em>kin</em>, that is its {@link #state} and above it the slot
     * of its parent; and its <em>kind</em>, that is 16 bits of the number of its traits, 16 of that of its size, and above
     * them the lower half of its id.
     */
    long[] items;
    /** The upper bits of the numbers of traits, and of sizes, made when the first number of more than 16 bits comes. */
    int @Nullable [] many;
    /** The upper halves of ids, made when the first id of more than 31 bits comes. */
    private int @Nullable [] idHigh;

    /** By slot the number in its key and the lower half of when it was updated: written with each change. */
    private int[] named;

    private char[] updatedHigh;
    /** Next siblings that do not stand next to each other, by slot + 1. */
    private final LongIntMap elsewhere = new LongIntMap(8);

    Columns(int capacity) {
        items = new long[capacity * WIDTH];
        named = new int[capacity * NAMES];
        updatedHigh = new char[capacity];
    }

    /** A new slot at the end, with nothing in it. */
    int append() {
        if (slots == updatedHigh.length) {
            grow(slots + Math.max(16, slots >> 3));
        }
        return slots++;
    }

    private void grow(int capacity) {
        items = Arrays.copyOf(items, capacity * WIDTH);
        many = many == null ? null : Arrays.copyOf(many, capacity);
        idHigh = idHigh == null ? null : Arrays.copyOf(idHigh, capacity);
        named = Arrays.copyOf(named, capacity * NAMES);
        updatedHigh = Arrays.copyOf(updatedHigh, capacity);
    }

    void makeGhost(int slot, long id) {
        long kind = items[slot * WIDTH + KIND];
        items[slot * WIDTH + KIND] = id << Integer.SIZE | (kind & 0xffff_ffffL);
        int high = (int) (id >>> Integer.SIZE);
        if (high != 0 && idHigh == null) {
            idHigh = new int[updatedHigh.length];
        }
        int[] upper = idHigh;
        if (upper != null) {
            upper[slot] = high;
        }
        setNext(slot, NONE);
        setState(slot, 0);
        setParent(slot, NONE);
    }

    /** A parent and a {@link #state} side by side, as they are kept. */
    static long kin(int parent, int state) {
        return (long) parent << Integer.SIZE | (state & 0xffff_ffffL);
    }

    /** Flags, category and resolution; see the constants. */
    int state(int slot) {
        return (int) items[slot * WIDTH];
    }

    void setState(int slot, int state) {
        items[slot * WIDTH] = kin(parent(slot), state);
    }

    void set(int slot, int flag) {
        items[slot * WIDTH] |= flag;
    }

    void clear(int slot, int flag) {
        items[slot * WIDTH] &= ~flag;
    }

    /** The slot of the parent that it names, kept or not. */
    int parent(int slot) {
        return parentOf(items[slot * WIDTH]);
    }

    static int parentOf(long kin) {
        return (int) (kin >>> Integer.SIZE);
    }

    void setParent(int slot, int parent) {
        items[slot * WIDTH] = kin(parent, state(slot));
    }

    /** Its number in {@link Traits}. */
    int trait(int slot) {
        return traitOf(items[slot * WIDTH + KIND], many, slot);
    }

    static int traitOf(long kind, int @Nullable [] many, int slot) {
        int low = (int) kind & SMALL;
        return many == null ? low : many[slot] << SMALL_BITS | low;
    }

    void setTrait(int slot, int trait) {
        int at = slot * WIDTH + KIND;
        items[at] = (items[at] & ~SMALL) | (trait & SMALL);
        if (trait > SMALL || many != null) {
            int[] upper = upper();
            upper[slot] = (upper[slot] & ~SMALL) | trait >>> SMALL_BITS;
        }
    }

    /** Its number in {@link SizeTable}. */
    int size(int slot) {
        return sizeOf(items[slot * WIDTH + KIND], many, slot);
    }

    static int sizeOf(long kind, int @Nullable [] many, int slot) {
        int low = (int) kind >>> SMALL_BITS;
        return many == null ? low : (many[slot] & ~SMALL) | low;
    }

    void setSize(int slot, int size) {
        int at = slot * WIDTH + KIND;
        items[at] = (items[at] & ~((long) SMALL << SMALL_BITS)) | (long) (size & SMALL) << SMALL_BITS;
        if (size > SMALL || many != null) {
            int[] upper = upper();
            upper[slot] = (upper[slot] & SMALL) | (size & ~SMALL);
        }
    }

    private int[] upper() {
        int[] upper = many;
        if (upper == null) {
            upper = new int[updatedHigh.length];
            many = upper;
        }
        return upper;
    }

    /** The next slot that names the same parent, {@link #NONE} after the last. */
    int next(int slot) {
        return (state(slot) & NEXT_FOLLOWS) != 0 ? slot + 1 : elsewhere.get(slot + 1L);
    }

    void setNext(int slot, int next) {
        if (next == slot + 1) {
            set(slot, NEXT_FOLLOWS);
            elsewhere.remove(slot + 1L);
            return;
        }
        clear(slot, NEXT_FOLLOWS);
        if (next == NONE) {
            elsewhere.remove(slot + 1L);
        } else {
            elsewhere.put(slot + 1L, next);
        }
    }

    /** What those have in common that are present, name the same parent and keep it; or do not: one number for all of it. */
    long siblings(int slot) {
        return items[slot * WIDTH] & SIBLINGS;
    }

    long id(int slot) {
        int[] high = idHigh;
        long upper = high == null ? 0 : (long) high[slot] << 32;
        return upper | items[slot * WIDTH + KIND] >>> Integer.SIZE;
    }

    /** The number in its key, or {@link KeyNumber#ODD}. */
    int number(int slot) {
        return named[slot * NAMES + NUMBER];
    }

    void setNumber(int slot, int number) {
        named[slot * NAMES + NUMBER] = number;
    }

    boolean is(int slot, int flag) {
        return (state(slot) & flag) != 0;
    }

    /** The number of the category of what carries size, {@link #COUNTS_AS_EXCLUDED} or {@link #COUNTS_NOT}. */
    int countsAs(int slot) {
        return countsAsOf(state(slot));
    }

    static int countsAsOf(int state) {
        return COUNTS[state & (COUNTS.length - 1)];
    }

    /** 1 for what is open and not archived, else 0. */
    int open(int slot) {
        return OPEN[state(slot) & (OPEN.length - 1)];
    }

    StatusCategory category(int slot) {
        return CATEGORIES[(state(slot) & CATEGORY) >> CATEGORY_SHIFT];
    }

    /** Milliseconds, to the quarter of an hour; {@link #UNRESOLVED} without a resolution. */
    long resolved(int slot) {
        int quarters = state(slot) >>> RESOLVED_SHIFT;
        return quarters == 0 ? UNRESOLVED : quarters * QUARTER;
    }

    /** Milliseconds since 1970, 48 bits with sign. */
    long updated(int slot) {
        return ((long) (short) updatedHigh[slot] << 32) | (named[slot * NAMES + UPDATED] & 0xffff_ffffL);
    }

    void setUpdated(int slot, long millis) {
        named[slot * NAMES + UPDATED] = (int) millis;
        updatedHigh[slot] = (char) (millis >>> 32);
    }

    /** What an item says, as bits of {@link #FACTS}. */
    static int facts(WorkItem item) {
        int facts = PRESENT | item.statusCategory().number() << CATEGORY_SHIFT;
        if (item.archived()) {
            facts |= ARCHIVED;
        }
        if (item.resolved() != null) {
            long quarters = Math.min(LAST_QUARTER, Math.max(1, item.resolved().toEpochMilli() / QUARTER));
            facts |= (int) quarters << RESOLVED_SHIFT;
        }
        return facts;
    }

    /** Heap that the arrays take, in bytes. */
    long bytes() {
        int rare = (many == null ? 0 : Integer.BYTES) + (idHigh == null ? 0 : Integer.BYTES);
        int each = WIDTH * Long.BYTES + NAMES * Integer.BYTES + Character.BYTES + rare;
        return (long) updatedHigh.length * each + elsewhere.bytes();
    }
}

package io.throughline.core.work;

import java.util.Arrays;
import java.util.List;

/**
 * What only parents have: their first child (the others follow in {@link Columns#next}) and how many of their kept
 * children are alive, that is live and countable or with something such below. A twentieth of all items have children.
 */
final class Families {
    /** What {@link #first} has of a number that is free: this, less the number that was freed before it. */
    private static final int FREED = -3;

    /** Slots and family numbers, open addressing; slot + 1, 0 is free; at most two thirds full, and no power of two long. */
    private int[] slots = new int[64];

    private int[] numbers = new int[64];
    private int used;

    private int count;
    private int freed = Columns.NONE;
    private int[] first = new int[16];
    private int[] alive = new int[16];

    private int number(int slot) {
        for (int at = home(slot); slots[at] != 0; at = after(at)) {
            if (slots[at] == slot + 1) {
                return numbers[at];
            }
        }
        return Columns.NONE;
    }

    /** The first of the slots that name this one as their parent, or {@link Columns#NONE}. */
    int first(int slot) {
        int number = number(slot);
        return number == Columns.NONE ? Columns.NONE : first[number];
    }

    int alive(int slot) {
        int number = number(slot);
        return number == Columns.NONE ? 0 : alive[number];
    }

    void setAlive(int slot, int value) {
        alive[number(slot)] = value;
    }

    /**
     * The number of the family of a parent. Whoever goes through children in their order goes through families in theirs, as
     * they are numbered when an index is settled: then the next one is found without a search.
     *
     * @param child one of them, perhaps the first
     * @param guess the number that it has, perhaps
     */
    int number(int parent, int child, int guess) {
        return guess >= 0 && guess < count && first[guess] == child ? guess : number(parent);
    }

    /** Adds to how many are alive; returns how many are now. */
    int addAlive(int slot, int delta) {
        int number = number(slot);
        alive[number] += delta;
        return alive[number];
    }

    /** Above all numbers of families; some below may be free. */
    int count() {
        return count;
    }

    /** The first child of a family, by its number; for one that has any alive. */
    int firstOf(int number) {
        return first[number];
    }

    int aliveOf(int number) {
        return alive[number];
    }

    /** How many are alive by family: the sums of these. */
    void setAlive(List<int[]> parts) {
        System.arraycopy(parts.get(0), 0, alive, 0, count);
        for (int[] more : parts.subList(1, parts.size())) {
            for (int number = 0; number < count; number++) {
                alive[number] += more[number];
            }
        }
    }

    /** Puts a child before the others. */
    void link(Columns columns, int parent, int child) {
        int number = number(parent);
        if (number == Columns.NONE) {
            number = add(parent);
            columns.set(parent, Columns.NAMED);
        }
        columns.setNext(child, first[number]);
        first[number] = child;
    }

    /** Takes a child out; walks its elder siblings. */
    void unlink(Columns columns, int parent, int child) {
        int number = number(parent);
        if (first[number] == child) {
            first[number] = columns.next(child);
        } else {
            int elder = first[number];
            while (columns.next(elder) != child) {
                elder = columns.next(elder);
            }
            columns.setNext(elder, columns.next(child));
        }
        columns.setNext(child, Columns.NONE);
        if (first[number] == Columns.NONE) {
            remove(parent, number);
            columns.clear(parent, Columns.NAMED);
        }
    }

    private int add(int slot) {
        if ((used + 1) * 3L > slots.length * 2L) {
            grow();
        }
        int number = freed;
        if (number == Columns.NONE) {
            number = count++;
            if (number == first.length) {
                first = Arrays.copyOf(first, number * 3 / 2);
                alive = Arrays.copyOf(alive, number * 3 / 2);
            }
        } else {
            freed = FREED - first[number];
        }
        first[number] = Columns.NONE;
        alive[number] = 0;
        used++;
        place(slot, number);
        return number;
    }

    private void place(int slot, int number) {
        int at = home(slot);
        while (slots[at] != 0) {
            at = after(at);
        }
        slots[at] = slot + 1;
        numbers[at] = number;
    }

    private void remove(int slot, int number) {
        first[number] = FREED - freed;
        alive[number] = 0;
        freed = number;
        used--;
        int gap = home(slot);
        while (slots[gap] != slot + 1) {
            gap = after(gap);
        }
        slots[gap] = 0;
        for (int at = after(gap); slots[at] != 0; at = after(at)) {
            int moved = slots[at];
            int its = numbers[at];
            slots[at] = 0;
            place(moved - 1, its);
        }
    }

    private void grow() {
        int[] oldSlots = slots;
        int[] oldNumbers = numbers;
        slots = new int[(int) (oldSlots.length * 5L / 4)];
        numbers = new int[slots.length];
        for (int at = 0; at < oldSlots.length; at++) {
            if (oldSlots[at] != 0) {
                place(oldSlots[at] - 1, oldNumbers[at]);
            }
        }
    }

    private int home(int slot) {
        long mixed = (slot * 0x9E3779B97F4A7C15L) >>> 32;
        return (int) ((mixed * slots.length) >>> 32);
    }

    private int after(int at) {
        return at + 1 == slots.length ? 0 : at + 1;
    }

    long bytes() {
        return slots.length * 8L + first.length * 8L;
    }
}

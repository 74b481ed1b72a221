package io.throughline.core.work;

import java.util.Arrays;

/**
 * Ids to positions, open addressing with linear probing, at most two thirds full; keys are more than 0, so that 0 marks a
 * free slot. The capacity is no power of two: such arrays are what a heap of regions has least room for.
 *
 * <p>A {@code HashMap<Long, Integer>} of a million issues takes some 70 MB, this takes 24.
 */
public final class LongIntMap {
    /** What {@link #get} says for a key that is not there. */
    public static final int ABSENT = -1;

    private long[] keys;
    private int[] values;
    private int size;

    /**
     * An empty map.
     *
     * @param expected how many keys fit without growing
     */
    public LongIntMap(int expected) {
        int capacity = Math.max(8, expected) * 3 / 2 + 1;
        keys = new long[capacity];
        values = new int[capacity];
    }

    /** The position under a key, {@link #ABSENT} without one. */
    public int get(long key) {
        for (int slot = slot(key); keys[slot] != 0; slot = after(slot)) {
            if (keys[slot] == key) {
                return values[slot];
            }
        }
        return ABSENT;
    }

    /** Puts a position under a key, in the place of any other. */
    public void put(long key, int value) {
        if ((size + 1) * 3L > keys.length * 2L) {
            grow();
        }
        int slot = slot(key);
        while (keys[slot] != 0 && keys[slot] != key) {
            slot = after(slot);
        }
        if (keys[slot] == 0) {
            keys[slot] = key;
            size++;
        }
        values[slot] = value;
    }

    /** Removes a key and closes the gap behind it, so that no probe stops short. */
    public void remove(long key) {
        int slot = slot(key);
        while (keys[slot] != key) {
            if (keys[slot] == 0) {
                return;
            }
            slot = after(slot);
        }
        size--;
        keys[slot] = 0;
        for (int next = after(slot); keys[next] != 0; next = after(next)) {
            long moved = keys[next];
            int value = values[next];
            keys[next] = 0;
            size--;
            put(moved, value);
        }
    }

    /** Forgets all. */
    public void clear() {
        Arrays.fill(keys, 0);
        size = 0;
    }

    /** Tells each key with its position, in no order. */
    public void forEach(Visitor visitor) {
        for (int slot = 0; slot < keys.length; slot++) {
            if (keys[slot] != 0) {
                visitor.visit(keys[slot], values[slot]);
            }
        }
    }

    /** Is told an entry. */
    public interface Visitor {
        void visit(long key, int value);
    }

    /** How many keys there are. */
    public int size() {
        return size;
    }

    /** Heap that it takes, in bytes. */
    public long bytes() {
        return keys.length * 12L;
    }

    private void grow() {
        long[] oldKeys = keys;
        int[] oldValues = values;
        keys = new long[(int) (oldKeys.length * 3L / 2)];
        values = new int[keys.length];
        size = 0;
        for (int slot = 0; slot < oldKeys.length; slot++) {
            if (oldKeys[slot] != 0) {
                put(oldKeys[slot], oldValues[slot]);
            }
        }
    }

    private int slot(long key) {
        long mixed = (key * 0x9E3779B97F4A7C15L) >>> 32;
        return (int) ((mixed * keys.length) >>> 32);
    }

    private int after(int slot) {
        return slot + 1 == keys.length ? 0 : slot + 1;
    }
}

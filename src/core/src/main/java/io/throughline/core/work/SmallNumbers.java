package io.throughline.core.work;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A column of numbers from 0 that are nearly always small: two bytes an entry, four from the first number on that needs
 * more than sixteen bits.
 */
final class SmallNumbers {
    private static final int LOW_BITS = 16;

    private char[] low;
    /** The upper halves, made when the first number of more than 16 bits comes. */
    private char @Nullable [] high;

    SmallNumbers(int capacity) {
        low = new char[capacity];
    }

    int get(int slot) {
        char[] upper = high;
        return upper == null ? low[slot] : upper[slot] << LOW_BITS | low[slot];
    }

    void set(int slot, int number) {
        low[slot] = (char) number;
        if (number >>> LOW_BITS != 0 && high == null) {
            high = new char[low.length];
        }
        char[] upper = high;
        if (upper != null) {
            upper[slot] = (char) (number >>> LOW_BITS);
        }
    }

    void grow(int capacity) {
        low = Arrays.copyOf(low, capacity);
        char[] upper = high;
        high = upper == null ? null : Arrays.copyOf(upper, capacity);
    }

    /** Heap that it takes, in bytes. */
    long bytes() {
        return low.length * (long) Character.BYTES * (high == null ? 1 : 2);
    }
}

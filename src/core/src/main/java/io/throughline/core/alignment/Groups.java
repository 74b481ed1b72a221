package io.throughline.core.alignment;

import io.throughline.core.work.LongIntMap;
import java.util.Arrays;

/**
 * The groups of items, numbered from 1: a group is what was claimed by one set of links in one place. Reading needs no lock
 * as long as nobody adds.
 */
final class Groups {
    /** What {@link #find} says of a pair that has no number yet. */
    static final int UNKNOWN = LongIntMap.ABSENT;

    private int count = 1;
    private int[] claimed = new int[64];
    private int[] place = new int[64];
    private int[] held = new int[64];
    private final LongIntMap numbers = new LongIntMap(64);

    /** Forgets all of them: places have other numbers now. */
    void clear() {
        count = 1;
        numbers.clear();
    }

    /** Above all groups. */
    int count() {
        return count;
    }

    /** What the items of a group were claimed by. */
    int claimedBy(int group) {
        return claimed[group];
    }

    int placeOf(int group) {
        return place[group];
    }

    /** The links that hold the items of a group in the end. */
    int heldBy(int group) {
        return held[group];
    }

    /**
     * The group of what was claimed so and stands there.
     *
     * @param guess any number: where it is the right group, nothing is looked up
     */
    int find(int claim, int where, int guess) {
        if (guess > Alignment.NO_GROUP && guess < count && claimed[guess] == claim && place[guess] == where) {
            return guess;
        }
        return numbers.get(pair(claim, where));
    }

    int add(int claim, int where, int heldBy) {
        if (count == claimed.length) {
            int capacity = count * 3 / 2;
            claimed = Arrays.copyOf(claimed, capacity);
            place = Arrays.copyOf(place, capacity);
            held = Arrays.copyOf(held, capacity);
        }
        claimed[count] = claim;
        place[count] = where;
        held[count] = heldBy;
        numbers.put(pair(claim, where), count);
        return count++;
    }

    private static long pair(int claim, int where) {
        return (((long) claim << 32) | where) + 1;
    }

    /** Heap that it takes, in bytes. */
    long bytes() {
        return claimed.length * 12L + numbers.bytes();
    }
}

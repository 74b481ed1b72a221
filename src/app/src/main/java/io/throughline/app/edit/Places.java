package io.throughline.app.edit;

import java.util.List;
import java.util.function.ObjIntConsumer;
import java.util.function.ToIntFunction;

/**
 * The order among siblings. What is stored only sorts and leaves room between two neighbours, so that moving one object
 * changes that object alone, and nobody's edit of a sibling becomes stale. What people see is the index, from 0.
 */
final class Places {
    static final int GAP = 1 << 14;

    private Places() {}

    /** A stored position behind all siblings. */
    static <T> int last(List<T> siblings, ToIntFunction<T> position) {
        int last = siblings.stream().mapToInt(position).max().orElse(0);
        return Math.addExact(last, GAP);
    }

    /**
     * Puts something between siblings.
     *
     * @param siblings in order, without what is moved
     * @param index where it shall be, from 0; past the end is the end
     * @param move gives a sibling another stored position; called only where there is no room left
     * @return the stored position of what is moved
     */
    static <T> int between(List<T> siblings, int index, ToIntFunction<T> position, ObjIntConsumer<T> move) {
        int at = Math.min(index, siblings.size());
        int before = at == 0 ? 0 : position.applyAsInt(siblings.get(at - 1));
        long after = at == siblings.size() ? before + 2L * GAP : position.applyAsInt(siblings.get(at));
        if (after - before >= 2 && after <= Integer.MAX_VALUE) {
            return (int) ((before + after) / 2);
        }
        for (int i = 0; i < siblings.size(); i++) {
            move.accept(siblings.get(i), (i < at ? i + 1 : i + 2) * GAP);
        }
        return (at + 1) * GAP;
    }
}

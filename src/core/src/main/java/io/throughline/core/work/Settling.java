package io.throughline.core.work;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;

/** Copies an index into an order, without the gaps; names and sizes that no item has any more stay behind. */
final class Settling {
    private static final int UNKNOWN = -1;

    private final Columns from;
    private final int[] order;
    private final int[] placeOfSlot;
    final Traits traits;
    final SizeTable sizes = new SizeTable();
    final Columns columns;
    final IdTable ids;
    final Families families = new Families();

    /**
     * Copies.
     *
     * @param order the slots that hold items, as they shall stand; ghosts follow them
     */
    Settling(Columns from, Traits oldTraits, SizeTable oldSizes, int[] order, WorkRules rules) {
        this.from = from;
        this.order = order;
        placeOfSlot = new int[from.slots];
        Arrays.fill(placeOfSlot, UNKNOWN);
        int ghosts = 0;
        for (int slot = 0; slot < from.slots; slot++) {
            ghosts += isGhost(slot) ? 1 : 0;
        }
        columns = new Columns(order.length + ghosts);
        ids = new IdTable(order.length + ghosts);
        traits = new Traits(rules);
        copy(oldTraits, oldSizes);
    }

    private boolean isGhost(int slot) {
        return !from.is(slot, Columns.PRESENT) && from.is(slot, Columns.NAMED);
    }

    private void copy(Traits oldTraits, SizeTable oldSizes) {
        IntUnaryOperator trait = remembered(oldTraits.count(), number -> traits.adopt(oldTraits, number));
        IntUnaryOperator size = remembered(oldSizes.count(), number -> sizes.adopt(oldSizes, number));
        for (int slot : order) {
            int to = add(slot);
            columns.setNumber(to, from.number(slot));
            columns.setTrait(to, trait.applyAsInt(from.trait(slot)));
            columns.setState(to, from.state(slot) & Columns.FACTS);
            columns.setSize(to, size.applyAsInt(from.size(slot)));
            columns.setUpdated(to, from.updated(slot));
        }
        for (int slot = 0; slot < from.slots; slot++) {
            if (isGhost(slot)) {
                add(slot);
            }
        }
        for (int at = order.length - 1; at >= 0; at--) { // backwards: the first child shall come first
            int parent = from.parent(order[at]);
            if (parent != Columns.NONE) {
                columns.setParent(at, placeOfSlot[parent]);
                families.link(columns, placeOfSlot[parent], at);
            }
        }
    }

    private int add(int slot) {
        int to = columns.append();
        columns.makeGhost(to, from.id(slot));
        ids.add(columns, to);
        placeOfSlot[slot] = to;
        return to;
    }

    private static IntUnaryOperator remembered(int count, IntUnaryOperator slow) {
        int[] known = new int[count];
        Arrays.fill(known, UNKNOWN);
        return number -> {
            if (known[number] == UNKNOWN) {
                known[number] = slow.applyAsInt(number);
            }
            return known[number];
        };
    }
}

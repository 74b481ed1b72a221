package io.throughline.core.work;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Works out anew what follows for all items from their parents and children: forward over the slots, siblings by siblings, as
 * if nobody had children; then those of whose children any is alive stop carrying size. {@link Kinship} says the same change
 * by change.
 */
final class Derivation {
    private static final int DERIVED = Columns.KEPT | Columns.ALONE;
    private static final int COUNTS_SHIFT = 12;
    /** Two numbers in one: how many are alive, and from here on how many are stale. */
    private static final int STALE_COUNTS = 1 << 16;
    /** So that neither runs over. */
    private static final int LONGEST = STALE_COUNTS / 4;

    private static final int ALIVE = 1 << COUNTS_SHIFT;
    private static final int STALE = STALE_COUNTS << COUNTS_SHIFT;
    /** The level of a parent that is not there: below all others. */
    private static final int NOWHERE = Byte.MIN_VALUE - 1;

    private final Columns columns;
    private final Traits traits;
    private final Families families;

    Derivation(Columns columns, Traits traits, Families families) {
        this.columns = columns;
        this.traits = traits;
        this.families = families;
    }

    /** Returns how many items name a present parent whose level is not strictly higher. */
    int run(Portions portions) {
        List<Part> parts = Portions.share(portions.hands(), () -> new Part().run(portions));
        families.setAlive(parts.stream().map(part -> part.alive).toList());
        List<Integer> lifted = new ArrayList<>();
        for (int family = 0; family < families.count(); family++) {
            if (families.aliveOf(family) > 0) {
                comeAlive(columns.parent(families.firstOf(family)), lifted);
            }
        }
        lifted.forEach(child -> countUp(columns.parent(child)));
        return parts.stream().mapToInt(part -> part.stale).sum();
    }

    /** Something below a parent is alive, so that it carries nothing itself; if that makes it alive, it is lifted. */
    private void comeAlive(int parent, List<Integer> lifted) {
        if (columns.is(parent, Columns.CARRIES)) {
            columns.clear(parent, Columns.CARRIES);
        } else if (columns.is(parent, Columns.KEPT)) {
            lifted.add(parent);
        }
    }

    /** A child came alive by what is below it: it is counted in what is above it, once. */
    private void countUp(int parent) {
        if (families.addAlive(parent, 1) == 1) {
            if (columns.is(parent, Columns.CARRIES)) {
                columns.clear(parent, Columns.CARRIES);
            } else if (columns.is(parent, Columns.KEPT)) {
                countUp(columns.parent(parent));
            }
        }
    }

    private int levelOf(int parent) {
        return parent != Columns.NONE && columns.is(parent, Columns.PRESENT)
                ? traits.level(columns.trait(parent))
                : NOWHERE;
    }

    /**
     * By trait and status category what an item is under a parent of some level as long as nothing below it is alive: the flags
     * that are derived, and what {@link #ALIVE} and {@link #STALE} count.
     */
    private int[] tableUnder(int above) {
        int[] table = new int[Math.max(1, traits.count()) * Traits.CATEGORIES];
        for (int at = 0; at < table.length; at++) {
            int alone = traits.alone(at / Traits.CATEGORIES, at % Traits.CATEGORIES);
            boolean isKept = traits.level(at / Traits.CATEGORIES) < above;
            boolean isAlive = isKept && (alone & Columns.CARRIES) != 0;
            boolean isStale = !isKept && above != NOWHERE;
            table[at] = alone | (isKept ? Columns.KEPT : 0) | (isAlive ? ALIVE : 0) | (isStale ? STALE : 0);
        }
        return table;
    }

    /** What one hand does. */
    private final class Part {
        /** By family how many children here are alive by themselves. */
        final int[] alive = new int[families.count()];

        int stale;
        private final Map<Integer, int[]> tables = new HashMap<>();
        private int[] table = {};
        private int above = NOWHERE - 1;
        private int counts;

        Part run(Portions portions) {
            for (int from = portions.take(); from != WorkView.NONE; from = portions.take()) {
                run(from, portions.end(from));
            }
            return this;
        }

        private void run(int begin, int end) {
            int family = Columns.NONE;
            for (int from = begin; from < end; ) {
                int parent = columns.parent(from);
                under(levelOf(parent));
                int to = derive(from, Math.min(end, from + LONGEST), parent);
                int aliveHere = counts % STALE_COUNTS;
                if (aliveHere > 0) {
                    family = families.number(parent, from, family - 1); // from the last to the first: see Settling
                    alive[family] += aliveHere;
                }
                stale += counts / STALE_COUNTS;
                from = to;
            }
        }

        private void under(int level) {
            if (level != above) {
                above = level;
                table = tables.computeIfAbsent(level, Derivation.this::tableUnder);
            }
        }

        /** Slots in a row that name the same parent; without branches that depend on what an item happens to be. */
        private int derive(int from, int end, int parent) {
            long[] items = columns.items;
            int[] many = columns.many;
            int[] here = table;
            int counted = 0;
            int slot = from;
            while (slot < end && Columns.parentOf(items[slot * Columns.WIDTH]) == parent) {
                int state = (int) items[slot * Columns.WIDTH];
                int trait = Columns.traitOf(items[slot * Columns.WIDTH + Columns.KIND], many, slot);
                int category = (state & Columns.CATEGORY) >> Columns.CATEGORY_SHIFT;
                int derived = here[trait * Traits.CATEGORIES + category] & -(state & Columns.PRESENT);
                counted += derived >>> COUNTS_SHIFT;
                if (((state ^ derived) & DERIVED) != 0) {
                    columns.setState(slot, (state & ~DERIVED) | (derived & DERIVED));
                }
                slot++;
            }
            counts = counted;
            return slot;
        }
    }
}

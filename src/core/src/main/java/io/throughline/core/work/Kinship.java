package io.throughline.core.work;

/**
 * What follows for items from their parents and children: which parents are kept, who carries size. Changes one item at a
 * time and touches only what depends on it: the item, those above it as far as it matters, and its direct children when
 * its level changed.
 *
 * <p>An item is <em>alive</em> when it is live and countable (of level 0 or up), or something below it is. A parent knows
 * how many of its kept children are alive; it carries size itself only while that is none.
 */
final class Kinship {

    final Columns columns;
    final Traits traits;
    final Families families;
    private WorkObserver observer;
    private int stale;

    Kinship(Columns columns, Traits traits, Families families, WorkObserver observer) {
        this.columns = columns;
        this.traits = traits;
        this.families = families;
        this.observer = observer;
    }

    /** Tells somebody else from now on. */
    void tell(WorkObserver told) {
        observer = told;
    }

    /** How many items name a present parent whose level is not strictly higher. */
    int stale() {
        return stale;
    }

    /**
     * Gives a slot another parent, other traits, another size, other facts. {@code facts} 0 makes it a ghost.
     */
    void change(int slot, int parent, int trait, int size, int facts) {
        Columns c = columns;
        boolean sameLevel =
                c.is(slot, Columns.PRESENT) && facts != 0 && traits.level(trait) == traits.level(c.trait(slot));
        boolean sameRoot = sameLevel && parent == c.parent(slot);
        boolean samePlace = sameRoot && traits.place(trait) == traits.place(c.trait(slot));
        if (sameRoot && isCountableLive(slot) == isCountableLive(trait, facts)) {
            observer.before(slot);
            write(slot, trait, size, facts);
            decide(slot);
            observer.after(slot);
        } else {
            rebuild(slot, parent, trait, size, facts, !sameLevel);
        }
        if (!samePlace) {
            observer.moved(slot);
        }
        if (!sameLevel && c.is(slot, Columns.NAMED)) {
            for (int child = families.first(slot); child != Columns.NONE; child = c.next(child)) {
                if (child != slot) {
                    observer.moved(child);
                }
            }
        }
    }

    private void rebuild(int slot, int parent, int trait, int size, int facts, boolean newLevel) {
        Columns c = columns;
        observer.before(slot);
        leaveParent(slot);
        if (newLevel && c.is(slot, Columns.NAMED)) {
            letGoOfChildren(slot);
        }
        if (parent != c.parent(slot)) {
            if (c.parent(slot) != Columns.NONE) {
                families.unlink(c, c.parent(slot), slot);
            }
            c.setParent(slot, parent);
            if (parent != Columns.NONE) {
                families.link(c, parent, slot);
            }
        }
        write(slot, trait, size, facts);
        if (newLevel && c.is(slot, Columns.NAMED)) {
            takeChildren(slot);
        }
        decide(slot);
        joinParent(slot);
        observer.after(slot);
    }

    private void write(int slot, int trait, int size, int facts) {
        columns.setTrait(slot, trait);
        columns.setSize(slot, size);
        columns.setState(slot, (columns.state(slot) & ~Columns.FACTS) | facts);
    }

    private void leaveParent(int slot) {
        if (columns.is(slot, Columns.KEPT)) {
            columns.clear(slot, Columns.KEPT);
            if (isAlive(slot)) {
                bump(columns.parent(slot), -1);
            }
        } else if (isStale(slot)) {
            stale--;
        }
    }

    private void joinParent(int slot) {
        if (keeps(slot)) {
            columns.set(slot, Columns.KEPT);
            if (isAlive(slot)) {
                bump(columns.parent(slot), 1);
            }
        } else if (isStale(slot)) {
            stale++;
        }
    }

    private void letGoOfChildren(int slot) {
        for (int child = families.first(slot); child != Columns.NONE; child = columns.next(child)) {
            if (columns.is(child, Columns.KEPT)) {
                columns.clear(child, Columns.KEPT);
            } else if (child != slot && isStale(child)) {
                stale--;
            }
        }
        families.setAlive(slot, 0);
    }

    private void takeChildren(int slot) {
        int alive = 0;
        for (int child = families.first(slot); child != Columns.NONE; child = columns.next(child)) {
            if (child == slot) {
                continue;
            }
            if (keeps(child)) {
                columns.set(child, Columns.KEPT);
                alive += isAlive(child) ? 1 : 0;
            } else if (isStale(child)) {
                stale++;
            }
        }
        families.setAlive(slot, alive);
    }

    /** One more or fewer of a parent's children is alive; goes up only as far as that changes anything. */
    private void bump(int parent, int delta) {
        int now = families.addAlive(parent, delta);
        boolean had = now - delta > 0;
        if (had == now > 0) {
            return;
        }
        if (isCountableLive(parent)) {
            observer.before(parent);
            decide(parent);
            observer.after(parent);
        } else if (columns.is(parent, Columns.KEPT)) {
            bump(columns.parent(parent), delta);
        }
    }

    /** Whether its size counts, or whether it is excluded. */
    private void decide(int slot) {
        int flags = 0;
        if (columns.is(slot, Columns.PRESENT) && traits.level(columns.trait(slot)) >= WorkRules.STANDARD) {
            if (isCancelled(slot)) {
                flags = Columns.EXCLUDED;
            } else if (!columns.is(slot, Columns.NAMED) || families.alive(slot) == 0) {
                flags = Columns.CARRIES;
            }
        }
        columns.setState(slot, (columns.state(slot) & ~Columns.ALONE) | flags);
    }

    boolean isCancelled(int slot) {
        return columns.category(slot) == StatusCategory.DONE && traits.cancels(columns.trait(slot));
    }

    private boolean isCountableLive(int slot) {
        return isCountableLive(columns.trait(slot), columns.state(slot));
    }

    private boolean isCountableLive(int trait, int facts) {
        boolean done = (facts & Columns.CATEGORY) >> Columns.CATEGORY_SHIFT == StatusCategory.DONE.number();
        return (facts & Columns.PRESENT) != 0
                && traits.level(trait) >= WorkRules.STANDARD
                && !(done && traits.cancels(trait));
    }

    private boolean isAlive(int slot) {
        return isCountableLive(slot) || (columns.is(slot, Columns.NAMED) && families.alive(slot) > 0);
    }

    private boolean keeps(int slot) {
        int parent = columns.parent(slot);
        return columns.is(slot, Columns.PRESENT)
                && parent != Columns.NONE
                && columns.is(parent, Columns.PRESENT)
                && traits.level(columns.trait(parent)) > traits.level(columns.trait(slot));
    }

    private boolean isStale(int slot) {
        int parent = columns.parent(slot);
        return columns.is(slot, Columns.PRESENT)
                && parent != Columns.NONE
                && columns.is(parent, Columns.PRESENT)
                && !columns.is(slot, Columns.KEPT);
    }

    /** Works all of it out anew; tells nobody. */
    void deriveAll(Portions portions) {
        stale = new Derivation(columns, traits, families).run(portions);
    }
}

package io.throughline.core.work;

import io.throughline.core.strategy.SizeMeasure;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * A window on all work items, under one set of rules. It shows the items as they are when asked.
 *
 * <p>Items have positions from 0 to below {@link #positions}; not every position has an item. An item keeps its position
 * until the index is {@link WorkIndex#settle settled} or it is removed. Whoever asks more than one thing that has to fit
 * together asks inside {@link WorkIndex#reading}.
 */
public final class WorkView {
    /** The position of "no item". */
    public static final int NONE = Columns.NONE;

    /** What {@link #countsAs} says of what is excluded. */
    public static final int EXCLUDED = Columns.COUNTS_AS_EXCLUDED;

    /** What {@link #countsAs} says of what is in no number. */
    public static final int UNCOUNTED = Columns.COUNTS_NOT;

    /** How many milliseconds a {@link #resolvedQuarter} has. */
    public static final long QUARTER = Columns.QUARTER;

    private final WorkIndex index;
    private final WorkRules rules;
    private final Columns columns;
    private final Traits traits;
    private final SizeTable sizes;
    private final Kinship kinship;
    private final Gathering gathering;

    WorkView(WorkIndex index, Columns columns, Traits traits, SizeTable sizes, Kinship kinship, WorkRules rules) {
        this.index = index;
        this.rules = rules;
        this.columns = columns;
        this.traits = traits;
        this.sizes = sizes;
        this.kinship = kinship;
        gathering = new Gathering(columns, traits, sizes);
    }

    /** The index that is seen. */
    public WorkIndex index() {
        return index;
    }

    /** The version of the index as of now. */
    public long version() {
        return index.version();
    }

    public WorkRules rules() {
        return rules;
    }

    /** How many items there are. */
    public int size() {
        return index.size();
    }

    /** Above all positions that have an item. */
    public int positions() {
        return columns.slots;
    }

    /** All positions, to be worked through by several hands. */
    public Portions portions() {
        return index.portions();
    }

    /** Whether there is an item at a position. */
    public boolean isPresent(int position) {
        return columns.is(position, Columns.PRESENT);
    }

    /** The positions of the items that pass, ascending. One pass over all of them. */
    public List<Integer> where(IntPredicate wanted) {
        return index.reading(() -> {
            List<Integer> found = new ArrayList<>();
            for (int at = 0; at < columns.slots; at++) {
                if (isPresent(at) && wanted.test(at)) {
                    found.add(at);
                }
            }
            return found;
        });
    }

    /** How many items name a parent that is there but whose level is not strictly higher; it was ignored. */
    public int staleParents() {
        return index.reading(kinship::stale);
    }

    /** Where the item with this id is, empty if it is not in the index. */
    public OptionalInt position(long id) {
        return index.reading(() -> {
            int slot = index.find(id);
            return slot == NONE || !isPresent(slot) ? OptionalInt.empty() : OptionalInt.of(slot);
        });
    }

    /** The position of an id for those who hold the lock, {@link #NONE} for one that is not in the index. */
    public int find(long id) {
        int slot = index.find(id);
        return slot == NONE || !isPresent(slot) ? NONE : slot;
    }

    /** Whether the item with this id is at a position, of whatever index that was. */
    public boolean isAt(int position, long id) {
        return position < columns.slots && isPresent(position) && columns.id(position) == id;
    }

    public long id(int position) {
        return columns.id(position);
    }

    public String key(int position) {
        return index.key(position);
    }

    /** The position of the kept parent, {@link #NONE} without one. */
    public int parent(int position) {
        return columns.is(position, Columns.KEPT) ? columns.parent(position) : NONE;
    }

    /** A number that items have in common which name the same parent, or none, and keep it, or do not. */
    public long siblings(int position) {
        return columns.siblings(position);
    }

    /** Whether there is an item at a position with these {@link #siblings} and in this {@link #place}. */
    public boolean isBeside(int position, long siblings, int place) {
        return columns.siblings(position) == siblings && place(position) == place;
    }

    /**
     * Adds up items that stand in a row, are {@link #isBeside beside} each other: from a position, at which there is an item,
     * up to the first that is not beside it.
     *
     * @param bound not further than here
     * @param sums takes their sizes, a {@link Sizes#ROW row} for each number that {@link #countsAs} says
     * @param finished notes those that it is about; has to have room for all of them
     * @return the position after the last of them
     */
    public int gather(int from, int bound, long[] sums, Finished finished) {
        return gathering.gather(from, bound, sums, finished);
    }

    /** The first of the positions that name this one as their parent; see {@link #nextSibling}. */
    public int firstChild(int position) {
        return columns.is(position, Columns.NAMED) ? kinship.families.first(position) : NONE;
    }

    /** The next position with the same parent, kept or not; {@link #NONE} after the last. */
    public int nextSibling(int position) {
        return columns.next(position);
    }

    /** -1 sub-task, 0 standard, 1 Epic, 2 Initiative, or as mapped. */
    public int level(int position) {
        return traits.level(columns.trait(position));
    }

    /** The name of its issue type. */
    public String issueType(int position) {
        return traits.type(columns.trait(position));
    }

    /** A number from 0 for the combination of its project, security level, issue type and resolution in this view. */
    public int trait(int position) {
        return columns.trait(position);
    }

    /** Above all {@link #trait} numbers. */
    public int traits() {
        return traits.count();
    }

    /** The number of the project of a trait. */
    public int projectOfTrait(int trait) {
        return traits.projectOfPlace(traits.place(trait));
    }

    /** The name of the issue type of a trait. */
    public String issueTypeOfTrait(int trait) {
        return traits.type(trait);
    }

    /** A number from 0 for the pair of its project and security level in this view: who may see one may see all. */
    public int place(int position) {
        return traits.place(columns.trait(position));
    }

    /** Above all {@link #place} numbers. */
    public int places() {
        return traits.places();
    }

    /** The number of the project of a place. */
    public int projectOfPlace(int place) {
        return traits.projectOfPlace(place);
    }

    /** Jira's id of a project by its number in this view. */
    public long projectId(int number) {
        return traits.projectId(number);
    }

    /** Whether the items of a place have a security level. */
    public boolean isSecured(int place) {
        return traits.securityOfPlace(place) != null;
    }

    /** A number from 0 for the item's project in this view; see {@link #projectNumber}. */
    public int project(int position) {
        return traits.projectOfPlace(place(position));
    }

    /** How many projects have, or had, items. */
    public int projectCount() {
        return traits.projects();
    }

    /** The number of a project by Jira's id, empty if it never had items. */
    public OptionalInt projectNumber(long projectId) {
        @Nullable Integer number = traits.projectNumber(projectId);
        return number == null ? OptionalInt.empty() : OptionalInt.of(number);
    }

    /** The key of a project by its number in this view. */
    public Optional<String> projectKey(int number) {
        return number < 0 || number >= traits.projects() ? Optional.empty() : Optional.of(traits.projectKey(number));
    }

    /**
     * How it counts: the number of its status category if it {@link #carriesSize}, {@link #EXCLUDED} if it is, else
     * {@link #UNCOUNTED}.
     */
    public int countsAs(int position) {
        return columns.countsAs(position);
    }

    public StatusCategory category(int position) {
        return columns.category(position);
    }

    /** Whether it is open: the status category is not Done. */
    public boolean isOpen(int position) {
        return columns.category(position) != StatusCategory.DONE;
    }

    /** 1 for what is open and not archived, else 0: for passes that may not stumble over branches. */
    public int open(int position) {
        return columns.open(position);
    }

    /** 1 for what {@link #carriesSize}, else 0. */
    public int carries(int position) {
        return (columns.state(position) & Columns.CARRIES) / Columns.CARRIES;
    }

    /** Whether it is done with a resolution of the cancelled set; everything else that is there is live. */
    public boolean isCancelled(int position) {
        return kinship.isCancelled(position);
    }

    public boolean isArchived(int position) {
        return columns.is(position, Columns.ARCHIVED);
    }

    /**
     * Whether its size counts: live items of level 0, and live items above without a live descendant of level 0 or up.
     */
    public boolean carriesSize(int position) {
        return columns.is(position, Columns.CARRIES);
    }

    /** Whether it is cancelled and of level 0 or up: in no number but that count. */
    public boolean isExcluded(int position) {
        return columns.is(position, Columns.EXCLUDED);
    }

    /** Its size in fixed units, {@link Sizes#UNSIZED} if it has none; always 1 for COUNT. See {@link Sizes}. */
    public long size(int position, SizeMeasure measure) {
        return sizes.fixed(columns.size(position), measure);
    }

    /** Its size in fixed units, or the default size. */
    public long size(int position, Sizes.Reader measure) {
        return sizes.read(columns.size(position), measure);
    }

    /** Adds its size to the {@link Sizes#ROW row} of sums that begins at {@code row}. */
    public void addSize(int position, long[] sums, int row) {
        sizes.addTo(sums, row, columns.size(position));
    }

    /** When it was last changed, in milliseconds since 1970-01-01 UTC. */
    public long updatedMillis(int position) {
        return columns.updated(position);
    }

    public Instant updated(int position) {
        return Instant.ofEpochMilli(columns.updated(position));
    }

    /**
     * When its resolution was set, in quarters of an hour since 1970-01-01 UTC (no zone of today is off by less), 0 without
     * one.
     */
    public int resolvedQuarter(int position) {
        return columns.state(position) >>> Columns.RESOLVED_SHIFT;
    }

    /** The id of its security level, empty for none. */
    public OptionalLong securityLevel(int position) {
        @Nullable Long security = traits.securityOfPlace(place(position));
        return security == null ? OptionalLong.empty() : OptionalLong.of(security);
    }
}

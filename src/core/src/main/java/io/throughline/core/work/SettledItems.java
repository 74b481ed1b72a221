package io.throughline.core.work;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * All items of an index as plain columns in the order of a {@link WorkIndex#settle settled} one: what a saved form consists
 * of. Putting them back costs a pass over each column and one look at each id, not the work of as many single changes.
 *
 * <p>An entry an item, parents by the place of their item here; behind the items stand the ids of ghosts, which are parents
 * that are not there. What few items have alone is told by examples: {@code traits} and {@code sizes} are numbers into lists of
 * items of which only that counts. The arrays are shared, not copied.
 *
 * @see WorkIndex#settled
 */
public final class SettledItems {
    private static final int NONE = Columns.NONE;

    private final long[] ids;
    private final int[] numbers;
    private final int[] parents;
    private final int[] traits;
    private final int[] sizes;
    private final int[] facts;
    private final long[] updated;
    private final List<WorkItem> traitExamples;
    private final List<WorkItem> sizeExamples;
    private final Map<Long, String> oddKeys;

    /**
     * Takes what {@link #ids} and its neighbours gave.
     *
     * @throws IllegalArgumentException if the columns do not fit together, as those of a damaged file
     */
    public SettledItems(
            long[] ids,
            int[] numbers,
            int[] parents,
            int[] traits,
            int[] sizes,
            int[] facts,
            long[] updated,
            List<WorkItem> traitExamples,
            List<WorkItem> sizeExamples,
            Map<Long, String> oddKeys) {
        this.ids = ids;
        this.numbers = numbers;
        this.parents = parents;
        this.traits = traits;
        this.sizes = sizes;
        this.facts = facts;
        this.updated = updated;
        this.traitExamples = List.copyOf(traitExamples);
        this.sizeExamples = List.copyOf(sizeExamples);
        this.oddKeys = Map.copyOf(oddKeys);
        int items = numbers.length;
        boolean fit = ids.length >= items
                && parents.length == items
                && traits.length == items
                && sizes.length == items
                && facts.length == items
                && updated.length == items
                && areBelow(parents, NONE, ids.length)
                && areBelow(traits, 0, traitExamples.size())
                && areBelow(sizes, 0, sizeExamples.size());
        if (!fit) {
            throw new IllegalArgumentException("columns of " + items + " items that do not fit together");
        }
    }

    private static boolean areBelow(int[] all, int least, int end) {
        return Arrays.stream(all).allMatch(each -> each >= least && each < end);
    }

    static SettledItems of(Columns from, Traits traits, SizeTable sizes, Map<Long, String> oddKeys, int[] order) {
        int[] places = new int[from.slots];
        Arrays.fill(places, NONE);
        for (int at = 0; at < order.length; at++) {
            places[order[at]] = at;
        }
        int count = order.length;
        for (int slot : order) {
            int parent = from.parent(slot);
            if (parent != NONE && places[parent] == NONE) {
                places[parent] = count++;
            }
        }
        long[] ids = new long[count];
        for (int slot = 0; slot < places.length; slot++) {
            if (places[slot] != NONE) {
                ids[places[slot]] = from.id(slot);
            }
        }
        Examples traitExamples = new Examples(traits.count());
        Examples sizeExamples = new Examples(sizes.count());
        int[] numbers = new int[order.length];
        int[] parents = new int[order.length];
        int[] itsTraits = new int[order.length];
        int[] itsSizes = new int[order.length];
        int[] facts = new int[order.length];
        long[] updated = new long[order.length];
        for (int at = 0; at < order.length; at++) {
            int slot = order[at];
            int parent = from.parent(slot);
            int trait = from.trait(slot);
            int size = from.size(slot);
            numbers[at] = from.number(slot);
            parents[at] = parent == NONE ? NONE : places[parent];
            itsTraits[at] = traitExamples.number(trait, () -> example(traits, trait));
            itsSizes[at] = sizeExamples.number(size, () -> example(sizes, size));
            facts[at] = from.state(slot) & Columns.FACTS;
            updated[at] = from.updated(slot);
        }
        return new SettledItems(
                ids,
                numbers,
                parents,
                itsTraits,
                itsSizes,
                facts,
                updated,
                traitExamples.all,
                sizeExamples.all,
                oddKeys);
    }

    /** The columns, filled in that order. Positions are places here. */
    Columns columns(Traits intoTraits, SizeTable intoSizes, IdTable intoIds, Families families) {
        int[] trait = traitExamples.stream().mapToInt(intoTraits::of).toArray();
        int[] size = sizeExamples.stream().mapToInt(intoSizes::of).toArray();
        Columns columns = new Columns(ids.length);
        for (long id : ids) {
            int slot = columns.append();
            columns.makeGhost(slot, id);
            intoIds.add(columns, slot);
        }
        for (int at = 0; at < numbers.length; at++) {
            columns.setNumber(at, numbers[at]);
            columns.setTrait(at, trait[traits[at]]);
            columns.setState(at, facts[at] & Columns.FACTS);
            columns.setSize(at, size[sizes[at]]);
            columns.setUpdated(at, updated[at]);
        }
        for (int at = numbers.length - 1; at >= 0; at--) { // backwards: the first child shall come first
            if (parents[at] != NONE) {
                columns.setParent(at, parents[at]);
                families.link(columns, parents[at], at);
            }
        }
        return columns;
    }

    private static WorkItem example(Traits traits, int trait) {
        int place = traits.place(trait);
        int project = traits.projectOfPlace(place);
        return example(
                traits.projectId(project),
                traits.projectKey(project),
                traits.type(trait),
                traits.isSubTask(trait),
                traits.resolution(trait),
                null,
                null,
                traits.securityOfPlace(place));
    }

    private static WorkItem example(SizeTable sizes, int size) {
        return example(0, "", "", false, null, sizes.points(size), sizes.seconds(size), null);
    }

    private static WorkItem example(
            long projectId,
            String projectKey,
            String type,
            boolean subTask,
            @Nullable String resolution,
            @Nullable Double points,
            @Nullable Long seconds,
            @Nullable Long security) {
        return new WorkItem(
                1,
                "",
                projectId,
                projectKey,
                type,
                subTask,
                0,
                StatusCategory.TO_DO,
                resolution,
                points,
                seconds,
                Instant.EPOCH,
                null,
                false,
                security);
    }

    /** Numbers in the order in which they are met. */
    private static final class Examples {
        final List<WorkItem> all = new ArrayList<>();
        private final int[] known;

        Examples(int most) {
            known = new int[most];
            Arrays.fill(known, NONE);
        }

        int number(int there, Supplier<WorkItem> example) {
            if (known[there] == NONE) {
                known[there] = all.size();
                all.add(example.get());
            }
            return known[there];
        }
    }

    /** Of the items, then of ghosts. */
    public long[] ids() {
        return ids;
    }

    /** The numbers in keys; how many there are is how many items there are. */
    public int[] numbers() {
        return numbers;
    }

    /** Places in {@link #ids}, -1 for none. */
    public int[] parents() {
        return parents;
    }

    public int[] traits() {
        return traits;
    }

    public int[] sizes() {
        return sizes;
    }

    /** Status category, resolution and what else is one of few, as the index has it. */
    public int[] facts() {
        return facts;
    }

    /** Milliseconds since 1970. */
    public long[] updated() {
        return updated;
    }

    public List<WorkItem> traitExamples() {
        return traitExamples;
    }

    public List<WorkItem> sizeExamples() {
        return sizeExamples;
    }

    /** Keys that are not project key, dash, number, by id. */
    public Map<Long, String> oddKeys() {
        return oddKeys;
    }
}

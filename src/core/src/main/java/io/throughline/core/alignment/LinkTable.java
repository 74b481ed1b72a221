package io.throughline.core.alignment;

import io.throughline.core.strategy.StrategyModel;
import io.throughline.core.strategy.WorkLink;
import java.util.Arrays;
import java.util.List;

/** All links of a strategy, numbered from 0 by age: of two numbers the lower one is the older link. */
public final class LinkTable {
    private final List<WorkLink> links;
    /** Ids ascending, and the number of each: a map takes three times as much. */
    private final long[] ids;

    private final int[] numbers;

    public LinkTable(StrategyModel model) {
        links = List.copyOf(model.links());
        ids = links.stream().mapToLong(WorkLink::id).sorted().toArray();
        numbers = new int[ids.length];
        for (int number = 0; number < ids.length; number++) {
            numbers[Arrays.binarySearch(ids, links.get(number).id())] = number;
        }
    }

    public int size() {
        return links.size();
    }

    public WorkLink link(int number) {
        return links.get(number);
    }

    /**
     * The number of a link.
     *
     * @throws IllegalArgumentException for a link of another strategy
     */
    public int number(WorkLink link) {
        int at = Arrays.binarySearch(ids, link.id());
        if (at < 0) {
            throw new IllegalArgumentException("unknown link " + link.id());
        }
        return numbers[at];
    }
}

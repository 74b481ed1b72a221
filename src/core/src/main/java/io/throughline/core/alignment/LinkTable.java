package io.throughline.core.alignment;

import io.throughline.core.strategy.StrategyModel;
import io.throughline.core.strategy.WorkLink;
import io.throughline.core.work.LongIntMap;
import java.util.List;

/** All links of a strategy, numbered from 0 by age: of two numbers the lower one is the older link. */
public final class LinkTable {
    private final List<WorkLink> links;
    private final LongIntMap numbers;

    public LinkTable(StrategyModel model) {
        links = List.copyOf(model.links());
        numbers = new LongIntMap(links.size());
        for (int number = 0; number < links.size(); number++) {
            numbers.put(links.get(number).id(), number);
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
        int number = numbers.get(link.id());
        if (number == LongIntMap.ABSENT) {
            throw new IllegalArgumentException("unknown link " + link.id());
        }
        return number;
    }
}

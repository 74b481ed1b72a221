package io.throughline.core.delivery;

import java.util.HashMap;
import java.util.Map;

/**
 * How many of the items that carry size behind each node and link pass a test, such as "may not be browsed". Each item
 * of a node's subtree once, like {@link DeliveryBlock#items}; cancelled items are in neither.
 */
public final class ItemCounts {
    private final Map<String, Integer> byNode = new HashMap<>();
    private final Map<Long, Integer> byLink = new HashMap<>();

    ItemCounts() {}

    void addToNode(String key, int items) {
        byNode.merge(key, items, Integer::sum);
    }

    void addToLink(long id, int items) {
        byLink.merge(id, items, Integer::sum);
    }

    /** The count behind a node; 0 for a key that is not in the plan. */
    public int node(String key) {
        return byNode.getOrDefault(key, 0);
    }

    /** The count behind a link; 0 for one that is not in the plan. */
    public int link(long id) {
        return byLink.getOrDefault(id, 0);
    }
}

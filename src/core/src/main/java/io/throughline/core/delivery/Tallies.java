package io.throughline.core.delivery;

import java.util.Map;

/** The sums of one plan as of one moment. */
record Tallies(Map<String, Tally> byNode, Map<Long, Tally> byLink) {
    Tally ofNode(String key) {
        return byNode.getOrDefault(key, Tally.NOTHING);
    }

    Tally ofLink(long id) {
        return byLink.getOrDefault(id, Tally.NOTHING);
    }
}

package io.throughline.core.delivery;

import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;

/** The delivery of every node and link of one plan: measured now, or as it was recorded on a past day. */
public interface Deliveries {
    /** The block of the plan, a theme, an objective, or an objective that contributes; empty for any other key. */
    Optional<DeliveryBlock> block(String key);

    /** The block of a link of any of these objectives. */
    Optional<DeliveryBlock> link(long id);

    /** When a node's work will be done. Empty for a key that is not in this plan. */
    Optional<Forecast> forecast(String key);

    /** What the progress of a node is the mean of; the value of those that were left out is null. */
    List<Share> shares(String key);

    /** What the progress of an objective's own links is the mean of. */
    List<Share> linkShares(String objectiveKey);

    /** The items behind a node's sums, parents before children: those that carry size, and the excluded. */
    List<HeldItem> items(String key);

    /** Counts some of the items behind all nodes and links, in one pass. */
    ItemCounts count(IntPredicate test);

    /** Counts the items behind all nodes and links that somebody may not see. */
    ItemCounts hidden(Hiding hiding);
}

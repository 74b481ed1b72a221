package io.throughline.core.delivery;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;

/** Deliveries as they were recorded at the end of a day: the numbers, without the items they were made of. */
public final class RecordedDeliveries implements Deliveries {
    private final Map<String, DeliveryBlock> nodes;
    private final Map<String, Forecast> forecasts;
    private final Map<Long, DeliveryBlock> links;

    public RecordedDeliveries(
            Map<String, DeliveryBlock> nodes, Map<String, Forecast> forecasts, Map<Long, DeliveryBlock> links) {
        this.nodes = Map.copyOf(nodes);
        this.forecasts = Map.copyOf(forecasts);
        this.links = Map.copyOf(links);
    }

    /** Empty also for what was made after the recording. */
    @Override
    public Optional<DeliveryBlock> block(String key) {
        return Optional.ofNullable(nodes.get(key));
    }

    @Override
    public Optional<DeliveryBlock> link(long id) {
        return Optional.ofNullable(links.get(id));
    }

    @Override
    public Optional<Forecast> forecast(String key) {
        return Optional.ofNullable(forecasts.get(key));
    }

    @Override
    public List<Share> shares(String key) {
        return List.of();
    }

    @Override
    public List<Share> linkShares(String objectiveKey) {
        return List.of();
    }

    @Override
    public List<HeldItem> items(String key) {
        return List.of();
    }

    /** Nobody knows any more which items they were. */
    @Override
    public ItemCounts count(IntPredicate test) {
        throw new UnsupportedOperationException("items are not recorded");
    }

    /** Nobody knows any more which items they were. */
    @Override
    public ItemCounts hidden(Hiding hiding) {
        throw new UnsupportedOperationException("items are not recorded");
    }
}

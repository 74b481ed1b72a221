package io.throughline.core.scorecard;

import io.throughline.core.delivery.DeliveryBlock;
import io.throughline.core.measures.OutcomeBlock;
import io.throughline.core.strategy.ObjectiveState;
import io.throughline.core.strategy.StrategyModel;
import java.util.HashMap;
import java.util.Map;

/**
 * What an achieved objective keeps from the day it was achieved.
 *
 * @param delivery its delivery of that day, in its own plan's measure
 * @param outcome its outcome of that day
 * @param signal its signal of that day
 */
public record KeptBlocks(DeliveryBlock delivery, OutcomeBlock outcome, Signal signal) {
    /** Blocks that were kept count only while their objective is ACHIEVED: it may have been taken up again. */
    static Map<String, KeptBlocks> ofAchieved(Map<String, KeptBlocks> kept, StrategyModel model) {
        Map<String, KeptBlocks> counting = new HashMap<>(kept);
        counting.keySet()
                .removeIf(key -> model.objective(key)
                        .filter(objective -> objective.state() == ObjectiveState.ACHIEVED)
                        .isEmpty());
        return counting;
    }
}

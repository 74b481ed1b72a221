package io.throughline.core.scorecard;

import io.throughline.core.delivery.DeliveryBlock;
import io.throughline.core.measures.OutcomeBlock;

/**
 * What an achieved objective keeps from the day it was achieved.
 *
 * @param delivery its delivery of that day, in its own plan's measure
 * @param outcome its outcome of that day
 * @param signal its signal of that day
 */
public record KeptBlocks(DeliveryBlock delivery, OutcomeBlock outcome, Signal signal) {}

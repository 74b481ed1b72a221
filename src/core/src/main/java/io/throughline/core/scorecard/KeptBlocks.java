package io.throughline.core.scorecard;

import io.throughline.core.delivery.DeliveryBlock;

/**
 * What an achieved objective keeps from the day it was achieved.
 *
 * @param delivery its delivery of that day, in its own plan's measure
 */
public record KeptBlocks(DeliveryBlock delivery) {}

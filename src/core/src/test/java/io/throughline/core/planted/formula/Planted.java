package io.throughline.core.planted.formula;

/** Breaks a rule on purpose; see ArchitectureTest. */
final class Planted {
    io.throughline.core.delivery.DeliveryBlock block;
}

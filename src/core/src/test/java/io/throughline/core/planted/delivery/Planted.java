package io.throughline.core.planted.delivery;

/** Breaks a rule on purpose; see ArchitectureTest. */
final class Planted {
    io.throughline.core.scorecard.Standing standing;
}

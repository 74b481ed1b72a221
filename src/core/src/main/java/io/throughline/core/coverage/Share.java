package io.throughline.core.coverage;

import java.util.Optional;

/** A part of a whole, so that whoever shows one does not divide. */
public final class Share {
    private Share() {}

    /** 0.25 for 30 of 120; empty of nothing at all, which has no shares, and not shares of 0. */
    public static Optional<Double> of(double part, double whole) {
        return whole > 0 ? Optional.of(part / whole) : Optional.empty();
    }
}

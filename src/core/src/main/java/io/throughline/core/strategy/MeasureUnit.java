package io.throughline.core.strategy;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The unit in which a KPI is read.
 *
 * @param kind what the number is
 * @param symbol what is written beside it, such as {@code €} or {@code h}; null when nothing is
 */
public record MeasureUnit(UnitKind kind, @Nullable String symbol) {
    public MeasureUnit {
        Objects.requireNonNull(kind, "kind");
    }
}

package io.throughline.core.delivery;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing that went into a mean, so that the mean can be explained.
 *
 * @param ref key of a theme or objective, {@code link:17}, or {@link #OWN_LINKS}
 * @param value its progress or expected, 0..1; null: it has no work and was left out
 * @param weight with which it goes in; more than 0 wherever {@code value} is not null
 */
public record Share(String ref, @Nullable Double value, double weight) {
    /** An objective's own links together, beside its sub-objectives. */
    public static final String OWN_LINKS = "links";

    /** The share of a link. */
    public static Share ofLink(long id, @Nullable Double value, double weight) {
        return new Share("link:" + id, value, weight);
    }

    /**
     * {@code sum(weight x value) / sum(weight)} over the shares that have a value. Weights 3 and 1 with values 0 and 1
     * give 0.25, and so they do beside any number of shares without a value.
     *
     * @return null if none has a value: unknown is not zero
     */
    public static @Nullable Double mean(List<Share> shares) {
        double sum = 0;
        double weights = 0;
        for (Share share : shares) {
            Double value = share.value();
            if (value != null) {
                sum += share.weight() * value;
                weights += share.weight();
            }
        }
        return weights == 0 ? null : (Double) (sum / weights);
    }
}

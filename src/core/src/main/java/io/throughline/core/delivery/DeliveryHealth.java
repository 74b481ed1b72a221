package io.throughline.core.delivery;

/** How delivery stands against its dates; see {@link Schedule#health}. */
public enum DeliveryHealth {
    NO_WORK,
    DONE,
    NOT_STARTED,
    ON_TRACK,
    AT_RISK,
    OFF_TRACK
}

package io.throughline.app.live;

import io.throughline.app.store.FillPace;
import java.time.Duration;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** How many issues a pass over all of them reads at once, and how long it rests then, as administrators decided. */
final class Pacer {
    private final Supplier<FillPace> pace;
    private final LongSupplier nanos;

    /** @param pace that of now; asked for each reading, so that a change of it is felt in the middle of a fill */
    Pacer(Supplier<FillPace> pace) {
        this(pace, System::nanoTime); // not the clock: setting it must not stop a fill for hours
    }

    Pacer(Supplier<FillPace> pace, LongSupplier nanos) {
        this.pace = pace;
        this.nanos = nanos;
    }

    int pageSize() {
        return pace.get().pageSize();
    }

    /** To be handed to {@link #restSince}. */
    long begin() {
        return nanos.getAsLong();
    }

    Duration restSince(long begun) {
        return pace.get().restAfter(Duration.ofNanos(nanos.getAsLong() - begun));
    }
}

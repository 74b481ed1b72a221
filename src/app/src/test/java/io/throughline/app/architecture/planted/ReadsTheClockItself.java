package io.throughline.app.architecture.planted;

import java.time.Instant;

public final class ReadsTheClockItself {
    Instant now() {
        return Instant.now();
    }
}

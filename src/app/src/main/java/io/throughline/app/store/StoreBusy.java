package io.throughline.app.store;

import org.jspecify.annotations.Nullable;

/** No room to write or read for now; the same call may succeed in a moment. Nothing was changed. */
public final class StoreBusy extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StoreBusy(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}

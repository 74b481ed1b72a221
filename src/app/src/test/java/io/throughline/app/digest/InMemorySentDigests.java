package io.throughline.app.digest;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/** Sent digests of a test. */
public final class InMemorySentDigests implements SentDigests {
    private final Map<String, LocalDate> sent = new HashMap<>();

    public void clear() {
        sent.clear();
    }

    @Override
    public boolean covers(String userKey, LocalDate monday) {
        return monday.equals(sent.get(userKey));
    }

    @Override
    public void keep(String userKey, LocalDate monday) {
        sent.put(userKey, monday);
    }

    @Override
    public void forget(String userKey) {
        sent.remove(userKey);
    }
}

package io.throughline.app.digest;

import java.time.LocalDate;

/** Which week's digest everybody had last, so that no node sends it again, also after a restart. */
public interface SentDigests {
    /** Whether somebody's digest of a week is done. */
    boolean covers(String userKey, LocalDate monday);

    void keep(String userKey, LocalDate monday);

    /** As if that week's had never been sent. */
    void forget(String userKey);
}

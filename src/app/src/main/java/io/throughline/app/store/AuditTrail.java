package io.throughline.app.store;

/**
 * Where the head of the change log is noted besides the log itself, so that cutting rows off its end and mending the
 * head row does not go unseen.
 */
public interface AuditTrail {
    /** Notes how far the log reached and the hash of that row. Never fails: the change is already committed. */
    void noteHead(long seq, String hash);

    /** Notes that somebody laid a whole strategy in, with the head that it brought. Never fails either. */
    default void noteImport(String actor, long seq, String hash) {
        noteHead(seq, hash);
    }
}

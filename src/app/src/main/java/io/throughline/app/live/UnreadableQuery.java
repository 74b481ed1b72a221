package io.throughline.app.live;

/** A query that cannot be read: a field, a project or a user of it is gone. */
public final class UnreadableQuery extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UnreadableQuery(String message) {
        super(message);
    }
}

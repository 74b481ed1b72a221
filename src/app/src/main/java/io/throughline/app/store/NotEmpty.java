package io.throughline.app.store;

/** Something was logged here before; nothing was changed. */
public final class NotEmpty extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final long changes;
    private final int objects;

    NotEmpty(long changes, int objects) {
        super(changes + " changes, " + objects + " objects", null, false, false);
        this.changes = changes;
        this.objects = objects;
    }

    /** How many changes were logged. */
    public long changes() {
        return changes;
    }

    /** How many objects are stored. */
    public int objects() {
        return objects;
    }
}

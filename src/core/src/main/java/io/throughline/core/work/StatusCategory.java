package io.throughline.core.work;

/** The category of an issue's status. Status names never matter, they differ from workflow to workflow. */
public enum StatusCategory {
    TO_DO(0),
    IN_PROGRESS(1),
    DONE(2);

    private final int number;

    StatusCategory(int number) {
        this.number = number;
    }

    /** A number from 0 for columns and sums; not for storing elsewhere. */
    public int number() {
        return number;
    }
}

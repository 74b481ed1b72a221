package io.throughline.core.work;

/** The category of an issue's status. Status names never matter, they differ from workflow to workflow. */
public enum StatusCategory {
    TO_DO,
    IN_PROGRESS,
    DONE
}

package io.throughline.app.store;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** A strategy with its whole history, from elsewhere, to be laid into a store in which nothing ever was. */
public interface Restoration {
    /** The sequence of the newest change. */
    long sequence();

    String hash();

    Instant at();

    /** The last number given to each kind, by its prefix. */
    Map<String, Long> numbers();

    /** The objects of a kind. */
    <T> List<T> all(Kind<T> kind);

    /** Hands out the whole change log, oldest row first; may be asked again. */
    void changes(Consumer<LoggedChange> found);

    /** Stores what comes beside the objects and the log; called last, inside the same transaction. */
    default void rest() {}
}

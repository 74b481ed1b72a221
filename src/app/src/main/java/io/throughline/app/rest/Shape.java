package io.throughline.app.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.throughline.app.access.Caller;
import io.throughline.app.edit.Lookups;
import io.throughline.app.edit.Move;
import io.throughline.app.edit.Removal;
import io.throughline.app.store.Draft;
import io.throughline.core.strategy.StrategyModel;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What {@link Calls} needs to know about one kind of object.
 *
 * @param <T> the record
 */
interface Shape<T> {
    /** Every object, in the order in which people read them. */
    List<T> all(StrategyModel model);

    /** Whether a filter lets an object through; a filter that means nothing for the kind lets nothing through. */
    boolean passes(StrategyModel model, T object, Filter filter);

    Optional<T> find(StrategyModel model, String key);

    String key(T object);

    long version(T object);

    /** A key for a new object. */
    String newKey(Draft draft);

    /** The object that a body describes; see the forms. */
    T read(ObjectNode body, StrategyModel model, Lookups lookups, @Nullable T before, String key, Instant now);

    /** Refuses a caller who may not make this of that; either may be null. */
    void requireMay(StrategyModel model, Caller caller, @Nullable T before, @Nullable T after);

    ObjectNode view(Views views, T object);

    void remove(Removal removal, T object);

    /** Inside the change that puts the object: what has to change with it. */
    default void settle(Draft draft, @Nullable T before, T after, Caller caller) {}

    /** After the object was stored: what belongs to it outside the strategy. */
    default void stored(T object, Lookups lookups) {}

    /** Moves the object; kinds without a place in the tree never get here. */
    default T move(Draft draft, Move move, T object) {
        throw new UnsupportedOperationException("has no place in the tree: " + object);
    }
}

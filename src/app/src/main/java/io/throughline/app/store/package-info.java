/**
 * Keeps the strategy: Active Objects tables behind one write gate, and the change log that every write appends to.
 *
 * <p>Readers get an immutable model per version ({@link io.throughline.app.store.StrategyStore#model}); writers hand in a
 * {@link io.throughline.app.store.Change}, which is decided against the newest model inside the gate's transaction and
 * may be decided again when the transaction has to be repeated. Entry: {@link io.throughline.app.store.StrategyStore}.
 */
@NullMarked
package io.throughline.app.store;

import org.jspecify.annotations.NullMarked;

package io.throughline.app.store;

import io.throughline.core.scorecard.KeptBlocks;
import io.throughline.core.strategy.StrategyModel;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the strategy. Safe on several nodes over one database: truth is in the database, a node holds a copy and asks on
 * every call whether it is still the newest.
 *
 * <p>Every method may throw {@link StoreBusy} when the database or the other writers leave no room for now.
 */
public interface StrategyStore {
    /** How late {@link #recent} may be with what other nodes changed. */
    Duration RECENT = Duration.ofSeconds(1);

    /** The newest strategy; its version is the sequence of the newest change. Costs one small query when nothing changed. */
    StrategyModel model();

    /**
     * The strategy as this node last saw it: with every change made on this node, and those of other nodes at most
     * {@link #RECENT} late. For what each page of the platform shows on its side; nothing is decided on it.
     */
    StrategyModel recent();

    /**
     * The strategy as it stood just before an instant; empty if nothing was ever changed before it.
     *
     * @param end one in the future gives the newest strategy
     */
    StrategyModel modelBefore(Instant end);

    /** What the achieved objectives of a strategy of this store, newest or past, keep from their day, by key. */
    Map<String, KeptBlocks> kept(StrategyModel model);

    /** The settings as they were with a strategy of this store; asks the database only for a past one. */
    Settings settings(StrategyModel model);

    /** The settings as of the newest change. */
    Settings settings();

    /**
     * Carries out a change, whole or not at all. When this returns, the change and its rows in the change log are
     * committed.
     *
     * @param actor user key of who changes
     * @param change may be decided more than once, so it must not do anything but decide
     * @return what the decision of the committed attempt answered
     */
    <T> T write(String actor, Change<T> change);

    /** Decides a change on the strategy of now and carries nothing out: whatever it put is forgotten. */
    <T> T tryOut(Change<T> change);

    /**
     * Like {@link #write}, but a repetition with the same key gets the first answer, without a second change, even when
     * two of them run at the same time on two nodes. A change that was refused is not remembered.
     *
     * @throws OnceMismatch if the key was used with another input
     */
    Answer writeOnce(String actor, Once once, Change<Answer> change);

    /** The answer that a key got within the last 24 hours. */
    Optional<Answer> remembered(Once once);

    /**
     * Rows of the change log, oldest first.
     *
     * @param object only rows of this object, and of what belongs to it ({@code KPI-1} brings {@code KPI-1/2026-06-30});
     *     null for all
     * @param start how many to skip
     * @param limit how many at most
     */
    ChangePage changes(@Nullable String object, long start, int limit);

    /** The user key of who made an object, as the change log has it; empty for an object without a row. */
    Optional<String> madeBy(String object);

    /**
     * Rows of the change log from one instant to before another, oldest first.
     *
     * @param most rows that are read: of more, the newest
     * @return {@code total} is how many there are
     */
    ChangePage changesBetween(Instant from, Instant before, int most);

    /**
     * Walks the whole change log, recomputes each hash, compares the end with the head, and what the log leads to with
     * what is stored.
     */
    Verification verify();

    /** Everything, to be carried away. */
    Contents contents();

    /**
     * Lays a strategy with its history into this store, whole or not at all. The change log becomes that of the
     * restoration: this is no row of it, and is noted in the platform's own audit log.
     *
     * @param actor user key of who does it
     * @param from has to be sound; the store only makes sure that its log is a chain that ends where it says
     * @throws NotEmpty unless nothing was ever logged here
     */
    void restore(String actor, Restoration from);

    /** The same, and remembers the answer under an idempotency key in the same transaction. */
    void restoreOnce(String actor, Restoration from, Once once, Answer answer);

    /** @throws NotEmpty unless nothing was ever logged here */
    void requireEmpty();
}

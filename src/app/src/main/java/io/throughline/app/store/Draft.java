package io.throughline.app.store;

import io.throughline.core.strategy.Actual;
import io.throughline.core.strategy.StrategyModel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The scratch paper of one {@link Change}: the strategy as it is, and what shall become of it. Nothing that is put here
 * is stored unless the change decides to the end.
 */
public final class Draft {
    private final Snapshot base;
    private final Instant now;
    private final Map<Kind<?>, Long> lastNumbers;
    private final Map<String, @Nullable Object> after = new LinkedHashMap<>();

    Draft(Snapshot base, Map<Kind<?>, Long> lastNumbers, Instant now) {
        this.base = base;
        this.lastNumbers = new HashMap<>(lastNumbers);
        this.now = now;
    }

    /** The strategy before this change. */
    public StrategyModel model() {
        return base.model();
    }

    /** The actuals of a KPI that lie in the store, newest first; also of one that is computed now and was not before. */
    public List<Actual> storedActuals(String kpi) {
        return base.stored().actualsOf(kpi);
    }

    /** The strategy as this change leaves it so far. Made anew with every call. */
    public StrategyModel modelAfter() {
        return base.with(edits(), base.seq() + 1, ChangeLog.NOTHING).model();
    }

    /** Links that were made in one go, as before this change. */
    public Optional<LinkBatch> batch(long id) {
        return Optional.ofNullable(base.find(Kind.BATCH, "BATCH-" + id));
    }

    /** Exemptions that were made in one go, as before this change. */
    public Optional<ExemptionBatch> exemptionBatch(long id) {
        return Optional.ofNullable(base.find(Kind.EXEMPTION_BATCH, Kind.EXEMPTION_BATCH.key(id)));
    }

    /** What an achieved objective keeps, as before this change. */
    public Optional<Kept> kept(String objective) {
        return Optional.ofNullable(base.find(Kind.KEPT, "KEPT-" + Kind.number(objective)));
    }

    /** The settings before this change. */
    public Settings settings() {
        return base.settings();
    }

    /** The instant of this change, to the millisecond. */
    public Instant now() {
        return now;
    }

    /** A key that no object has or ever had. */
    public String nextKey(Kind<?> kind) {
        return kind.key(nextNumber(kind));
    }

    /** A number that no object of the kind has or ever had; higher than all of them. */
    public long nextNumber(Kind<?> kind) {
        return lastNumbers.merge(kind, 1L, Long::sum);
    }

    /** Takes a number that is not drawn but comes along, as a restored object's does, so that it is never drawn. */
    public void take(Kind<?> kind, long number) {
        lastNumbers.merge(kind, number, Math::max);
    }

    /** What is stored under a ref, as before this change; null for nothing. */
    public <T> @Nullable T find(Kind<T> kind, String ref) {
        return base.find(kind, ref);
    }

    /** Every object of a kind, as before this change. */
    public <T> Collection<T> all(Kind<T> kind) {
        return base.all(kind);
    }

    /**
     * Creates or replaces an object. Its version is not the caller's business: 1 for a new one, one more for a changed
     * one, the same for an equal one (which then is no change at all).
     *
     * @return the object as it will be stored
     */
    public <T> T put(T object) {
        Kind<T> kind = Kind.of(object);
        String ref = kind.ref(object);
        T before = base.find(kind, ref);
        T stored = before == null ? kind.withVersion(object, first(object)) : next(kind, before, object);
        after.put(ref, stored);
        return stored;
    }

    private static long first(Object object) {
        // the settings exist, at version 1, before anybody stores them
        return object instanceof Settings ? Settings.DEFAULTS.version() + 1 : 1;
    }

    private static <T> T next(Kind<T> kind, T before, T object) {
        long version = kind.version(before);
        return kind.withVersion(object, version).equals(before) ? before : kind.withVersion(object, version + 1);
    }

    /** Removes an object; what hangs on it has to be removed by the caller. */
    public <T> void remove(T object) {
        after.put(Kind.of(object).ref(object), null);
    }

    /** What is to be done, one edit for each object, in the order in which the change first touched them. */
    List<Edit<?>> edits() {
        List<Edit<?>> edits = new ArrayList<>();
        after.forEach((ref, object) -> {
            Edit<?> edit = edit(Kind.ofRef(ref), ref, object);
            boolean isNothing =
                    edit.before() == null ? edit.after() == null : edit.before().equals(edit.after());
            if (!isNothing) {
                edits.add(edit);
            }
        });
        return edits;
    }

    @SuppressWarnings("unchecked") // put() filed the object under a ref of its own kind
    private <T> Edit<T> edit(Kind<T> kind, String ref, @Nullable Object object) {
        return new Edit<>(kind, ref, base.find(kind, ref), (T) object);
    }

    /** The last number given to each kind, those of this change included. */
    Map<Kind<?>, Long> lastNumbers() {
        return Map.copyOf(lastNumbers);
    }
}

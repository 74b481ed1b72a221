package io.throughline.app.store;

import io.throughline.core.strategy.StrategyModel;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Everything that is stored, as of one row of the change log. Immutable. */
final class Snapshot {
    /** Before the first change. */
    static final Snapshot EMPTY = new Snapshot(0, ChangeLog.NOTHING, Map.of());

    private final long seq;
    private final String hash;
    private final Map<Kind<?>, Map<String, Object>> objects;
    private final StrategyModel model;

    private Snapshot(long seq, String hash, Map<Kind<?>, Map<String, Object>> objects) {
        this.seq = seq;
        this.hash = hash;
        this.objects = objects;
        this.model = StrategyModel.builder(seq)
                .plans(all(Kind.PLAN))
                .themes(all(Kind.THEME))
                .objectives(all(Kind.OBJECTIVE))
                .kpis(all(Kind.KPI))
                .actuals(all(Kind.ACTUAL))
                .links(all(Kind.LINK))
                .contributions(all(Kind.CONTRIBUTION))
                .causes(all(Kind.CAUSE))
                .build();
    }

    /** A snapshot of these objects, whatever came before. */
    static Snapshot of(long seq, String hash, List<Object> objects) {
        Map<Kind<?>, Map<String, Object>> byKind = new HashMap<>();
        objects.forEach(each -> putInto(byKind, each));
        return new Snapshot(seq, hash, byKind);
    }

    private static <T> void putInto(Map<Kind<?>, Map<String, Object>> byKind, T object) {
        Kind<T> kind = Kind.of(object);
        byKind.computeIfAbsent(kind, none -> new LinkedHashMap<>()).put(kind.ref(object), object);
    }

    /** This snapshot with the rows that follow it. Repeating a row does no harm: it says what is, not what to add. */
    Snapshot with(List<LoggedChange> rows) {
        if (rows.isEmpty()) {
            return this;
        }
        List<Edit<?>> edits = new ArrayList<>();
        for (LoggedChange row : rows) {
            edits.add(edit(Kind.ofRef(row.object()), row));
        }
        LoggedChange last = rows.get(rows.size() - 1);
        return with(edits, last.seq(), last.hash());
    }

    private static <T> Edit<T> edit(Kind<T> kind, LoggedChange row) {
        return new Edit<>(kind, row.object(), null, row.after() == null ? null : kind.read(row.after()));
    }

    /** This snapshot with each object as its edit leaves it, at the given end of the log. */
    Snapshot with(List<Edit<?>> edits, long newSeq, String newHash) {
        Map<Kind<?>, Map<String, Object>> changed = new HashMap<>(objects);
        Map<Kind<?>, Map<String, Object>> copied = new HashMap<>();
        for (Edit<?> edit : edits) {
            Map<String, Object> own = copied.computeIfAbsent(
                    edit.kind(), kind -> new LinkedHashMap<>(objects.getOrDefault(kind, Map.of())));
            changed.put(edit.kind(), own);
            if (edit.after() == null) {
                own.remove(edit.ref());
            } else {
                own.put(edit.ref(), edit.after());
            }
        }
        return new Snapshot(newSeq, newHash, changed);
    }

    @SuppressWarnings("unchecked") // putInto and with() put only objects of the kind
    private <T> Collection<T> all(Kind<T> kind) {
        return (Collection<T>) objects.getOrDefault(kind, Map.of()).values();
    }

    @SuppressWarnings("unchecked") // as above
    <T> @Nullable T find(Kind<T> kind, String ref) {
        return (T) objects.getOrDefault(kind, Map.of()).get(ref);
    }

    long seq() {
        return seq;
    }

    String hash() {
        return hash;
    }

    StrategyModel model() {
        return model;
    }

    Settings settings() {
        Settings set = find(Kind.SETTINGS, "SETTINGS");
        return set == null ? Settings.DEFAULTS : set;
    }
}

package io.throughline.app.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.throughline.core.formula.ComputedActuals;
import io.throughline.core.scorecard.KeptBlocks;
import io.throughline.core.strategy.Actual;
import io.throughline.core.strategy.StrategyBuilder;
import io.throughline.core.strategy.StrategyModel;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Everything that is stored, as of one row of the change log. Immutable. */
final class Snapshot {
    /** How the model is given all objects of a kind; actuals, the most numerous, are given by KPI. */
    private static final Map<Kind<?>, BiConsumer<StrategyBuilder, Snapshot>> GIVE = Map.of(
            Kind.PLAN, (model, from) -> model.plans(from.all(Kind.PLAN)),
            Kind.THEME, (model, from) -> model.themes(from.all(Kind.THEME)),
            Kind.OBJECTIVE, (model, from) -> model.objectives(from.all(Kind.OBJECTIVE)),
            Kind.KPI, (model, from) -> model.kpis(from.all(Kind.KPI)),
            Kind.LINK, (model, from) -> model.links(from.all(Kind.LINK)),
            Kind.CONTRIBUTION, (model, from) -> model.contributions(from.all(Kind.CONTRIBUTION)),
            Kind.CAUSE, (model, from) -> model.causes(from.all(Kind.CAUSE)),
            Kind.EXEMPTION, (model, from) -> model.exemptions(from.all(Kind.EXEMPTION)));

    /** Before the first change. */
    static final Snapshot EMPTY = new Snapshot(0, ChangeLog.NOTHING, Map.of());

    private final long seq;
    private final String hash;
    private final Map<Kind<?>, Map<String, Object>> objects;
    /** As it is stored; {@link #model} has the actuals of computed KPIs besides. */
    private final StrategyModel stored;

    private final StrategyModel model;

    private Snapshot(long seq, String hash, Map<Kind<?>, Map<String, Object>> objects) {
        this.seq = seq;
        this.hash = hash;
        this.objects = objects;
        StrategyBuilder whole = StrategyModel.builder(seq);
        GIVE.forEach((kind, give) -> give.accept(whole, this));
        stored = whole.actuals(all(Kind.ACTUAL)).build();
        model = ComputedActuals.in(stored);
    }

    /** After a change: the model shares with the one before what the edits do not touch. */
    private Snapshot(
            long seq, String hash, Map<Kind<?>, Map<String, Object>> objects, Snapshot before, List<Edit<?>> edits) {
        this.seq = seq;
        this.hash = hash;
        this.objects = objects;
        StrategyBuilder next = before.stored.next(seq);
        Set<Kind<?>> kinds = new HashSet<>();
        Map<String, Map<LocalDate, Actual>> actuals = new HashMap<>();
        for (Edit<?> edit : edits) {
            if (edit.kind() == Kind.ACTUAL) {
                change(actuals, before.stored, edit);
            } else {
                kinds.add(edit.kind());
            }
        }
        GIVE.forEach((kind, give) -> {
            if (kinds.contains(kind)) {
                give.accept(next, this);
            }
        });
        actuals.forEach((kpi, byPeriod) -> next.actualsOf(kpi, List.copyOf(byPeriod.values())));
        stored = next.build();
        model = ComputedActuals.in(stored);
    }

    private static void change(Map<String, Map<LocalDate, Actual>> actuals, StrategyModel before, Edit<?> edit) {
        int slash = edit.ref().indexOf('/');
        String kpi = edit.ref().substring(0, slash);
        LocalDate period = LocalDate.parse(edit.ref().substring(slash + 1));
        Map<LocalDate, Actual> byPeriod = actuals.computeIfAbsent(kpi, first -> {
            Map<LocalDate, Actual> present = new HashMap<>();
            before.actualsOf(first).forEach(each -> present.put(each.period(), each));
            return present;
        });
        if (edit.after() == null) {
            byPeriod.remove(period);
        } else {
            byPeriod.put(period, (Actual) edit.after());
        }
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
        return new Snapshot(newSeq, newHash, changed, this, edits);
    }

    /**
     * This snapshot with some objects as they were once.
     *
     * @param then by ref; null for one that was not there
     */
    Snapshot rewound(Map<String, @Nullable ObjectNode> then, long pastSeq, String pastHash) {
        Map<Kind<?>, Map<String, Object>> past = new HashMap<>();
        objects.forEach((kind, all) -> past.put(kind, new LinkedHashMap<>(all)));
        then.forEach((ref, json) -> {
            Kind<?> kind = Kind.ofRef(ref);
            Map<String, Object> all = past.computeIfAbsent(kind, none -> new LinkedHashMap<>());
            if (json == null) {
                all.remove(ref);
            } else {
                all.put(ref, kind.read(json));
            }
        });
        return new Snapshot(pastSeq, pastHash, past);
    }

    @SuppressWarnings("unchecked") // putInto and with() put only objects of the kind
    <T> Collection<T> all(Kind<T> kind) {
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

    /** The strategy without what is computed. */
    StrategyModel stored() {
        return stored;
    }

    /** What achieved objectives keep, by key. */
    Map<String, KeptBlocks> kept() {
        Map<String, KeptBlocks> kept = new HashMap<>();
        all(Kind.KEPT).forEach(each -> kept.put(each.objective(), each.blocks()));
        return kept;
    }

    Settings settings() {
        Settings set = find(Kind.SETTINGS, "SETTINGS");
        return set == null ? Settings.DEFAULTS : set;
    }
}

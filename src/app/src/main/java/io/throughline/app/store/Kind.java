package io.throughline.app.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.throughline.core.strategy.Actual;
import io.throughline.core.strategy.Cause;
import io.throughline.core.strategy.Contribution;
import io.throughline.core.strategy.Exemption;
import io.throughline.core.strategy.Kpi;
import io.throughline.core.strategy.Objective;
import io.throughline.core.strategy.Plan;
import io.throughline.core.strategy.Theme;
import io.throughline.core.strategy.WorkLink;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/**
 * One kind of object that the store keeps: how it is named in the change log, and how it becomes JSON and back.
 *
 * @param <T> the record
 */
public final class Kind<T> {
    public static final Kind<Plan> PLAN = keyed("PLAN", Plan.class, Plan::key, StrategyJson::write, StrategyJson::plan);
    public static final Kind<Theme> THEME =
            keyed("TH", Theme.class, Theme::key, StrategyJson::write, StrategyJson::theme);
    public static final Kind<Objective> OBJECTIVE =
            keyed("OBJ", Objective.class, Objective::key, StrategyJson::write, StrategyJson::objective);
    public static final Kind<Kpi> KPI = keyed("KPI", Kpi.class, Kpi::key, KpiJson::write, KpiJson::read);
    public static final Kind<WorkLink> LINK =
            numbered("LINK", WorkLink.class, WorkLink::id, StrategyJson::write, StrategyJson::link);
    public static final Kind<Contribution> CONTRIBUTION = numbered(
            "CONTRIBUTION", Contribution.class, Contribution::id, StrategyJson::write, StrategyJson::contribution);
    public static final Kind<Cause> CAUSE =
            numbered("CAUSE", Cause.class, Cause::id, StrategyJson::write, StrategyJson::cause);
    /** Named after its KPI and period: {@code KPI-1/2026-06-30}. */
    public static final Kind<Actual> ACTUAL = keyed(
            "ACTUAL",
            Actual.class,
            each -> actualRef(each.kpi(), each.period()),
            StrategyJson::write,
            StrategyJson::actual);

    /** Links made in one go; no part of the strategy, but of what was done to it. */
    public static final Kind<LinkBatch> BATCH =
            numbered("BATCH", LinkBatch.class, LinkBatch::id, StrategyJson::write, StrategyJson::batch);

    /** Work that needs no objective. */
    public static final Kind<Exemption> EXEMPTION =
            numbered("EXEMPTION", Exemption.class, Exemption::id, ExemptionJson::write, ExemptionJson::read);

    /** Exemptions made in one go. */
    public static final Kind<ExemptionBatch> EXEMPTION_BATCH = numbered(
            "EXEMPTIONBATCH", ExemptionBatch.class, ExemptionBatch::id, ExemptionJson::write, ExemptionJson::batch);

    /** What achieved objectives keep; named after the objective: {@code KEPT-7} is of {@code OBJ-7}. */
    public static final Kind<Kept> KEPT =
            keyed("KEPT", Kept.class, each -> "KEPT-" + number(each.objective()), BlockJson::write, BlockJson::kept);

    /** Somebody standing in for an owner. */
    public static final Kind<Delegation> DELEGATION =
            numbered("DELEGATION", Delegation.class, Delegation::id, StrategyJson::write, StrategyJson::delegation);

    public static final Kind<Settings> SETTINGS =
            keyed("SETTINGS", Settings.class, each -> "SETTINGS", StrategyJson::write, StrategyJson::settings);

    /** All kinds, parents before children. */
    public static final List<Kind<?>> ALL = List.of(
            PLAN,
            THEME,
            OBJECTIVE,
            KPI,
            ACTUAL,
            LINK,
            CONTRIBUTION,
            CAUSE,
            BATCH,
            EXEMPTION,
            EXEMPTION_BATCH,
            KEPT,
            DELEGATION,
            SETTINGS);

    /** Where the plural of a kind is not its prefix and an s. */
    private static final Map<String, String> SECTIONS = Map.of(
            "TH",
            "themes",
            "OBJ",
            "objectives",
            "BATCH",
            "batches",
            "EXEMPTIONBATCH",
            "exemptionBatches",
            "SETTINGS",
            "settings",
            "KEPT",
            "kept");

    private final String prefix;
    private final Class<T> type;
    private final Function<T, String> ref;
    private final Function<T, ObjectNode> write;
    private final Function<JsonNode, T> read;

    private Kind(
            String prefix,
            Class<T> type,
            Function<T, String> ref,
            Function<T, ObjectNode> write,
            Function<JsonNode, T> read) {
        this.prefix = prefix;
        this.type = type;
        this.ref = ref;
        this.write = write;
        this.read = read;
    }

    private static <T> Kind<T> keyed(
            String prefix,
            Class<T> type,
            Function<T, String> key,
            Function<T, ObjectNode> write,
            Function<JsonNode, T> read) {
        return new Kind<>(prefix, type, key, write, read);
    }

    private static <T> Kind<T> numbered(
            String prefix,
            Class<T> type,
            ToLongFunction<T> id,
            Function<T, ObjectNode> write,
            Function<JsonNode, T> read) {
        return new Kind<>(prefix, type, each -> prefix + "-" + id.applyAsLong(each), write, read);
    }

    private static String actualRef(String kpi, Object period) {
        return kpi + "/" + period;
    }

    /** The kind of an object. */
    @SuppressWarnings("unchecked") // the type was just compared
    static <T> Kind<T> of(T object) {
        for (Kind<?> kind : ALL) {
            if (kind.type.isInstance(object)) {
                return (Kind<T>) kind;
            }
        }
        throw new IllegalArgumentException("not kept by the store: " + object);
    }

    /** The kind of the object that a row of the change log names. */
    static Kind<?> ofRef(String ref) {
        if (ref.indexOf('/') >= 0) {
            return ACTUAL;
        }
        for (Kind<?> kind : ALL) {
            if (ref.equals(kind.prefix) || ref.startsWith(kind.prefix + "-")) {
                return kind;
            }
        }
        throw new IllegalArgumentException("names nothing that the store keeps: " + ref);
    }

    /** What the change log calls the object. */
    public String ref(T object) {
        return ref.apply(object);
    }

    /** The object whole. */
    public ObjectNode write(T object) {
        return write.apply(object);
    }

    /**
     * The object that {@link #write} wrote. Trusts it: a caller that does not know where the JSON comes from looks at
     * its fields first.
     */
    public T read(JsonNode json) {
        return read.apply(json);
    }

    /** The same object at another version. */
    T withVersion(T object, long version) {
        return read(write(object).put("version", version));
    }

    long version(T object) {
        return write(object).get("version").longValue();
    }

    /** The number in a key: 7 in {@code OBJ-7}. */
    static long number(String key) {
        return Long.parseLong(key.substring(key.lastIndexOf('-') + 1));
    }

    /** The key with this number: {@code OBJ-7}. */
    String key(long number) {
        return prefix + "-" + number;
    }

    /** What an export calls the objects of this kind: {@code objectives}. */
    public String section() {
        return SECTIONS.getOrDefault(prefix, prefix.toLowerCase(Locale.ROOT) + "s");
    }

    /** The kind of the object that a row of the change log names; empty for a name that no kind has. */
    public static Optional<Kind<?>> named(String ref) {
        try {
            return Optional.of(ofRef(ref));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return prefix;
    }
}

package io.throughline.app.store;

import com.atlassian.activeobjects.external.ActiveObjects;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.throughline.core.strategy.Actual;
import io.throughline.core.strategy.Attestation;
import io.throughline.core.strategy.Band;
import io.throughline.core.strategy.Cause;
import io.throughline.core.strategy.Contribution;
import io.throughline.core.strategy.Direction;
import io.throughline.core.strategy.Exemption;
import io.throughline.core.strategy.Frequency;
import io.throughline.core.strategy.Indicator;
import io.throughline.core.strategy.Kpi;
import io.throughline.core.strategy.LinkTarget;
import io.throughline.core.strategy.MeasureUnit;
import io.throughline.core.strategy.Objective;
import io.throughline.core.strategy.ObjectiveState;
import io.throughline.core.strategy.Perspective;
import io.throughline.core.strategy.Plan;
import io.throughline.core.strategy.PlanState;
import io.throughline.core.strategy.Point;
import io.throughline.core.strategy.Scope;
import io.throughline.core.strategy.SizeMeasure;
import io.throughline.core.strategy.Theme;
import io.throughline.core.strategy.Thresholds;
import io.throughline.core.strategy.UnitKind;
import io.throughline.core.strategy.WorkLink;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import net.java.ao.Query;
import org.jspecify.annotations.Nullable;

/** The tables of all kinds, and how each record lies in its row. Over 300 lines: it is one list, column by column. */
final class Tables {
    private static final List<TableOf<?, ?>> ALL = List.of(
            new TableOf<>(Kind.PLAN, PlanRow.class, Tables::fill, Tables::read),
            new TableOf<>(Kind.THEME, ThemeRow.class, Tables::fill, Tables::read),
            new TableOf<>(Kind.OBJECTIVE, ObjectiveRow.class, Tables::fill, Tables::read),
            new TableOf<>(Kind.KPI, KpiRow.class, Tables::fill, Tables::read),
            new TableOf<>(Kind.ACTUAL, ActualRow.class, Tables::fill, Tables::read),
            new TableOf<>(Kind.LINK, LinkRow.class, Tables::fill, Tables::read),
            new TableOf<>(Kind.CONTRIBUTION, ContributionRow.class, Tables::fill, Tables::read),
            new TableOf<>(Kind.CAUSE, CauseRow.class, Tables::fill, Tables::read),
            new TableOf<>(Kind.BATCH, BatchRow.class, Tables::fill, Tables::read),
            new TableOf<>(Kind.EXEMPTION, ExemptionRow.class, Tables::fill, Tables::read),
            new TableOf<>(Kind.EXEMPTION_BATCH, ExemptionBatchRow.class, Tables::fill, Tables::read),
            new TableOf<>(Kind.KEPT, KeptRow.class, Tables::fill, Tables::read),
            new TableOf<>(Kind.DELEGATION, DelegationRow.class, Tables::fill, Tables::read),
            new TableOf<>(Kind.SETTINGS, SettingsRow.class, Tables::fill, Tables::read));

    /** From so many edits of one kind on, they are carried out together. */
    private static final int MANY = 20;

    private Tables() {}

    /** Every object that is stored, in no order. */
    static List<Object> load(ActiveObjects ao) {
        List<Object> all = new ArrayList<>();
        ALL.forEach(table -> all.addAll(table.all(ao)));
        return all;
    }

    /** Every object that is stored, row by row; a row that cannot be read is named. */
    static void each(ActiveObjects ao, Consumer<Object> found, Consumer<String> unreadable) {
        for (TableOf<?, ?> table : ALL) {
            table.each(ao, found::accept, id -> unreadable.accept(name(table.kind(), id)));
        }
    }

    /** What a row that cannot be read is called; an actual's has no number of its own in its name. */
    private static String name(Kind<?> kind, long id) {
        return kind == Kind.SETTINGS ? kind.toString() : kind.key(id);
    }

    /** Stores objects where none of their kind is. */
    static <T> void restore(ActiveObjects ao, Kind<T> kind, List<T> objects) {
        AtomicLong actuals = new AtomicLong();
        table(kind).insertAll(ao, objects, each -> {
            String ref = kind.ref(each);
            return ref.indexOf('/') >= 0 ? actuals.incrementAndGet() : kind == Kind.SETTINGS ? 1 : Kind.number(ref);
        });
    }

    /**
     * Carries out edits. What is created or removed in large numbers is so with few statements: one entity after the other
     * takes minutes for a batch of thousands. No table refers to another, so the order among kinds is free.
     */
    static void apply(ActiveObjects ao, List<Edit<?>> edits, Draft numbers) {
        Map<Kind<?>, List<Edit<?>>> byKind =
                edits.stream().collect(Collectors.groupingBy(Edit::kind, LinkedHashMap::new, Collectors.toList()));
        byKind.values().forEach(each -> applyOfOneKind(ao, each, numbers));
    }

    @SuppressWarnings("unchecked") // all edits are of one kind
    private static <T> void applyOfOneKind(ActiveObjects ao, List<Edit<?>> edits, Draft numbers) {
        Kind<T> kind = (Kind<T>) edits.get(0).kind();
        List<Edit<T>> created = new ArrayList<>();
        List<Edit<T>> removed = new ArrayList<>();
        for (Edit<?> each : edits) {
            Edit<T> edit = (Edit<T>) each;
            boolean isById = edit.kind() != Kind.ACTUAL && edit.kind() != Kind.SETTINGS;
            if (isById && edit.before() == null && edits.size() >= MANY) {
                created.add(edit);
            } else if (isById && edit.after() == null && edits.size() >= MANY) {
                removed.add(edit);
            } else {
                apply(ao, edit, numbers);
            }
        }
        table(kind).insertAll(ao, created.stream().map(Edit::after).toList(), each -> Kind.number(kind.ref(each)));
        table(kind)
                .deleteAll(
                        ao,
                        removed.stream().map(each -> Kind.number(each.ref())).toList());
    }

    /** Carries out one edit. */
    private static <T> void apply(ActiveObjects ao, Edit<T> edit, Draft numbers) {
        TableOf<T, ?> table = table(edit.kind());
        T after = edit.after();
        if (after == null) {
            table.delete(ao, where(edit.ref()));
        } else if (edit.before() == null) {
            table.insert(ao, id(edit, numbers), after);
        } else {
            table.update(ao, where(edit.ref()), after);
        }
    }

    @SuppressWarnings("unchecked") // each table is listed with its own kind
    private static <T> TableOf<T, ?> table(Kind<T> kind) {
        return (TableOf<T, ?>) ALL.stream()
                .filter(table -> table.kind() == kind)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no table for " + kind));
    }

    private static long id(Edit<?> edit, Draft numbers) {
        if (edit.kind() == Kind.SETTINGS) {
            return 1;
        }
        return edit.kind() == Kind.ACTUAL ? numbers.nextNumber(Kind.ACTUAL) : Kind.number(edit.ref());
    }

    private static Query where(String ref) {
        int slash = ref.indexOf('/');
        if (slash >= 0) {
            return Query.select()
                    .where("KPI_KEY = ? AND PERIOD_END = ?", ref.substring(0, slash), ref.substring(slash + 1));
        }
        return Query.select().where("ID = ?", ref.equals("SETTINGS") ? 1L : Kind.number(ref));
    }

    private static void fill(Plan plan, PlanRow row) {
        row.setName(plan.name());
        row.setVision(plan.vision());
        row.setMission(plan.mission());
        row.setStartOn(plan.start().toString());
        row.setEndOn(plan.end().toString());
        row.setLifecycle(plan.state().name());
        row.setParentKey(plan.parent());
        row.setSizeMeasure(plan.sizeMeasure().name());
        row.setDefaultSize(plan.defaultSize());
        row.setGoodFrom(plan.thresholds().good());
        row.setWarnFrom(plan.thresholds().warn());
        row.setScopeJson(StrategyJson.write(plan).get("scope").toString());
        row.setRowVersion(plan.version());
    }

    private static Plan read(PlanRow row) {
        JsonNode projects = tree(row.getScopeJson()).path("projects");
        List<String> keys = new ArrayList<>();
        projects.forEach(each -> keys.add(each.textValue()));
        return new Plan(
                Kind.PLAN.key(row.getID()),
                row.getName(),
                row.getVision(),
                row.getMission(),
                LocalDate.parse(row.getStartOn()),
                LocalDate.parse(row.getEndOn()),
                PlanState.valueOf(row.getLifecycle()),
                row.getParentKey(),
                SizeMeasure.valueOf(row.getSizeMeasure()),
                row.getDefaultSize(),
                new Thresholds(row.getGoodFrom(), row.getWarnFrom()),
                projects.isMissingNode() ? null : new Scope(keys),
                row.getRowVersion());
    }

    private static void fill(Theme theme, ThemeRow row) {
        row.setPlanKey(theme.plan());
        row.setName(theme.name());
        row.setDescription(theme.description());
        row.setOwnerKey(theme.owner());
        row.setWeight(theme.weight());
        row.setSortPlace(theme.position());
        row.setRowVersion(theme.version());
    }

    private static Theme read(ThemeRow row) {
        return new Theme(
                Kind.THEME.key(row.getID()),
                row.getPlanKey(),
                row.getName(),
                row.getDescription(),
                row.getOwnerKey(),
                row.getWeight(),
                row.getSortPlace(),
                row.getRowVersion());
    }

    private static void fill(Objective objective, ObjectiveRow row) {
        row.setThemeKey(objective.theme());
        row.setParentKey(objective.parent());
        row.setName(objective.name());
        row.setDescription(objective.description());
        row.setOwnerKey(objective.owner());
        row.setPerspective(objective.perspective().name());
        row.setWeight(objective.weight());
        row.setStartOn(StrategyJson.day(objective.start()));
        row.setDueOn(StrategyJson.day(objective.due()));
        row.setLifecycle(objective.state().name());
        row.setSortPlace(objective.position());
        row.setRowVersion(objective.version());
    }

    private static Objective read(ObjectiveRow row) {
        return new Objective(
                Kind.OBJECTIVE.key(row.getID()),
                row.getThemeKey(),
                row.getParentKey(),
                row.getName(),
                row.getDescription(),
                row.getOwnerKey(),
                Perspective.valueOf(row.getPerspective()),
                row.getWeight(),
                day(row.getStartOn()),
                day(row.getDueOn()),
                ObjectiveState.valueOf(row.getLifecycle()),
                row.getSortPlace(),
                row.getRowVersion());
    }

    private static void fill(Kpi kpi, KpiRow row) {
        MeasureUnit unit = kpi.unit();
        Band band = kpi.band();
        row.setObjectiveKey(kpi.objective());
        row.setName(kpi.name());
        row.setDescription(kpi.description());
        row.setUnitKind(unit == null ? null : unit.kind().name());
        row.setUnitSymbol(unit == null ? null : unit.symbol());
        row.setDirection(kpi.direction().name());
        row.setBaselineValue(value(kpi.baseline()));
        row.setBaselineOn(day(kpi.baseline()));
        row.setTargetValue(value(kpi.target()));
        row.setTargetOn(day(kpi.target()));
        row.setMilestonesJson(KpiJson.write(kpi).get("milestones").toString());
        row.setBandLow(band == null ? null : band.low());
        row.setBandHigh(band == null ? null : band.high());
        row.setBandTolerance(band == null ? null : band.tolerance());
        row.setFrequency(kpi.frequency().name());
        row.setWeight(kpi.weight());
        row.setCritical(kpi.critical());
        row.setIndicator(kpi.indicator().name());
        row.setOwnerKey(kpi.owner());
        row.setAttestation(kpi.attestation().name());
        row.setSourceJson(KpiJson.write(kpi.source()).toString());
        row.setRowVersion(kpi.version());
    }

    private static Kpi read(KpiRow row) {
        String unit = row.getUnitKind();
        Double low = row.getBandLow();
        return new Kpi(
                Kind.KPI.key(row.getID()),
                row.getObjectiveKey(),
                row.getName(),
                row.getDescription(),
                unit == null ? null : new MeasureUnit(UnitKind.valueOf(unit), row.getUnitSymbol()),
                Direction.valueOf(row.getDirection()),
                point(row.getBaselineOn(), row.getBaselineValue()),
                point(row.getTargetOn(), row.getTargetValue()),
                KpiJson.milestones(tree(row.getMilestonesJson())),
                low == null ? null : new Band(low, row.getBandHigh(), row.getBandTolerance()),
                Frequency.valueOf(row.getFrequency()),
                row.getWeight(),
                row.getCritical(),
                Indicator.valueOf(row.getIndicator()),
                row.getOwnerKey(),
                Attestation.valueOf(row.getAttestation()),
                KpiJson.source(tree(row.getSourceJson())),
                row.getRowVersion());
    }

    private static void fill(Actual actual, ActualRow row) {
        Instant attestedAt = actual.attestedAt();
        row.setKpiKey(actual.kpi());
        row.setPeriodEnd(actual.period().toString());
        row.setMeasured(actual.value());
        row.setNote(actual.note());
        row.setEnteredBy(actual.enteredBy());
        row.setEnteredMillis(actual.enteredAt().toEpochMilli());
        row.setAttestedBy(actual.attestedBy());
        row.setAttestedMillis(attestedAt == null ? null : attestedAt.toEpochMilli());
        row.setStatement(actual.statement());
        row.setAttestedFor(actual.attestedFor());
        row.setRowVersion(actual.version());
    }

    private static Actual read(ActualRow row) {
        Long attested = row.getAttestedMillis();
        return new Actual(
                row.getKpiKey(),
                LocalDate.parse(row.getPeriodEnd()),
                row.getMeasured(),
                row.getNote(),
                row.getEnteredBy(),
                Instant.ofEpochMilli(row.getEnteredMillis()),
                row.getAttestedBy(),
                attested == null ? null : Instant.ofEpochMilli(attested),
                row.getStatement(),
                row.getAttestedFor(),
                row.getRowVersion());
    }

    private static void fill(WorkLink link, LinkRow row) {
        row.setObjectiveKey(link.objective());
        row.setTargetKind(link.target().kind().name());
        row.setTargetRef(link.target().ref());
        row.setTargetId(link.target().id());
        row.setWeight(link.weight());
        row.setCreatedMillis(link.created().toEpochMilli());
        row.setRowVersion(link.version());
    }

    private static WorkLink read(LinkRow row) {
        return new WorkLink(
                row.getID(),
                row.getObjectiveKey(),
                new LinkTarget(LinkTarget.Kind.valueOf(row.getTargetKind()), row.getTargetRef(), row.getTargetId()),
                row.getWeight(),
                Instant.ofEpochMilli(row.getCreatedMillis()),
                row.getRowVersion());
    }

    private static void fill(Contribution contribution, ContributionRow row) {
        row.setFromKey(contribution.from());
        row.setToKey(contribution.to());
        row.setWeight(contribution.weight());
        row.setRowVersion(contribution.version());
    }

    private static Contribution read(ContributionRow row) {
        return new Contribution(row.getID(), row.getFromKey(), row.getToKey(), row.getWeight(), row.getRowVersion());
    }

    private static void fill(Cause cause, CauseRow row) {
        row.setCauseKey(cause.cause());
        row.setEffectKey(cause.effect());
        row.setRowVersion(cause.version());
    }

    private static Cause read(CauseRow row) {
        return new Cause(row.getID(), row.getCauseKey(), row.getEffectKey(), row.getRowVersion());
    }

    private static void fill(LinkBatch batch, BatchRow row) {
        row.setDocument(Json.write(StrategyJson.write(batch)));
        row.setRowVersion(batch.version());
    }

    private static LinkBatch read(BatchRow row) {
        return StrategyJson.batch(Json.read(row.getDocument()));
    }

    private static void fill(Exemption exemption, ExemptionRow row) {
        row.setMatchKind(exemption.kind().name());
        row.setMatchRef(exemption.ref());
        row.setTargetId(exemption.target());
        row.setReason(exemption.reason());
        row.setAuthorKey(exemption.author());
        row.setCreatedMillis(exemption.created().toEpochMilli());
        row.setExpiresOn(StrategyJson.day(exemption.expires()));
        row.setRowVersion(exemption.version());
    }

    private static Exemption read(ExemptionRow row) {
        return new Exemption(
                row.getID(),
                Exemption.Kind.valueOf(row.getMatchKind()),
                row.getMatchRef(),
                row.getTargetId(),
                row.getReason(),
                row.getAuthorKey(),
                Instant.ofEpochMilli(row.getCreatedMillis()),
                day(row.getExpiresOn()),
                row.getRowVersion());
    }

    private static void fill(ExemptionBatch batch, ExemptionBatchRow row) {
        row.setDocument(Json.write(ExemptionJson.write(batch)));
        row.setRowVersion(batch.version());
    }

    private static ExemptionBatch read(ExemptionBatchRow row) {
        return ExemptionJson.batch(Json.read(row.getDocument()));
    }

    private static void fill(Kept kept, KeptRow row) {
        row.setDocument(Json.write(BlockJson.write(kept)));
        row.setRowVersion(kept.version());
    }

    private static Kept read(KeptRow row) {
        return BlockJson.kept(Json.read(row.getDocument()));
    }

    private static void fill(Delegation delegation, DelegationRow row) {
        row.setOwnerKey(delegation.owner());
        row.setDelegateKey(delegation.to());
        row.setFromOn(delegation.from().toString());
        row.setUntilOn(delegation.until().toString());
        row.setRowVersion(delegation.version());
    }

    private static Delegation read(DelegationRow row) {
        return new Delegation(
                row.getID(),
                row.getOwnerKey(),
                row.getDelegateKey(),
                LocalDate.parse(row.getFromOn()),
                LocalDate.parse(row.getUntilOn()),
                row.getRowVersion());
    }

    private static void fill(Settings settings, SettingsRow row) {
        row.setDocument(Json.write(StrategyJson.write(settings)));
        row.setRowVersion(settings.version());
    }

    /** Those that are stored, read alone. */
    static Settings settings(ActiveObjects ao) {
        SettingsRow[] rows = ao.find(SettingsRow.class);
        return rows.length == 0 ? Settings.DEFAULTS : read(rows[0]);
    }

    private static Settings read(SettingsRow row) {
        return StrategyJson.settings(Json.read(row.getDocument()));
    }

    private static JsonNode tree(@Nullable String json) {
        try {
            return Json.MAPPER.readTree(json == null ? "null" : json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("stored JSON cannot be read: " + json, e);
        }
    }

    private static @Nullable LocalDate day(@Nullable String day) {
        return day == null ? null : LocalDate.parse(day);
    }

    private static @Nullable String day(@Nullable Point point) {
        return point == null ? null : point.date().toString();
    }

    private static @Nullable Double value(@Nullable Point point) {
        return point == null ? null : point.value();
    }

    private static @Nullable Point point(@Nullable String day, @Nullable Double value) {
        return day == null || value == null ? null : new Point(LocalDate.parse(day), value);
    }
}

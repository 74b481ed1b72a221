package io.throughline.app.edit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.throughline.app.edit.Refused.Kind;
import io.throughline.app.store.Draft;
import io.throughline.core.measures.Periods;
import io.throughline.core.strategy.Actual;
import io.throughline.core.strategy.Kpi;
import io.throughline.core.strategy.KpiSource;
import io.throughline.core.strategy.StrategyModel;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads an actual and its attestation.
 *
 * @param period last day of the period
 * @param note null for none
 */
public record ActualForm(
        LocalDate period, double value, @Nullable String note) {
    /** Reads {@code {"period","value","note"}}. */
    public static ActualForm read(ObjectNode body, Kpi kpi) {
        FieldErrors errors = new FieldErrors();
        Fields in = new Fields(body, errors);
        LocalDate period = in.requiredDate("period");
        if (!in.isWrong("period") && !Periods.isEnd(kpi.frequency(), period)) {
            in.wrong("period", "period." + kpi.frequency(), Periods.nearest(kpi.frequency(), period));
        }
        return finish(in, errors, period);
    }

    /** Reads {@code {"value","note"}}; the period is in the path, and may be repeated. */
    public static ActualForm correction(ObjectNode body, LocalDate period) {
        FieldErrors errors = new FieldErrors();
        Fields in = new Fields(body, errors);
        if (in.has("period") && !period.equals(in.date("period"))) {
            in.wrong("period", "same-period", period);
        }
        return finish(in, errors, period);
    }

    private static ActualForm finish(Fields in, FieldErrors errors, LocalDate period) {
        double value = in.requiredNumber("value", Range.MEASURE);
        String note = in.text("note", Fields.TEXT_LENGTH);
        in.finish(
                "kpi",
                "enteredBy",
                "enteredAt",
                "attestedBy",
                "attestedAt",
                "statement",
                "attestedFor",
                "enteredByName",
                "attestedByName",
                "attainment",
                "pace",
                "unlikely",
                "health",
                "version");
        errors.throwIfAny();
        return new ActualForm(period, value, note);
    }

    /** Enters it. */
    public Actual enter(Draft draft, Kpi kpi, String by) {
        requireManual(draft.model(), kpi);
        if (find(draft.model(), kpi.key(), period).isPresent()) {
            throw Refused.of(Kind.CONFLICT, "PERIOD_TAKEN")
                    .with("kpi", kpi.key())
                    .with("period", period.toString());
        }
        return draft.put(new Actual(kpi.key(), period, value, note, by, draft.now(), null, null, null, 1));
    }

    /** Corrects one; whoever attested the old value has not attested this one. Equal values change nothing. */
    public Actual correct(Draft draft, Kpi kpi, Actual before, String by) {
        requireManual(draft.model(), kpi);
        if (before.value() == value && Objects.equals(before.note(), note)) {
            return before;
        }
        return draft.put(
                new Actual(kpi.key(), period, value, note, by, draft.now(), null, null, null, before.version()));
    }

    /**
     * Attests one.
     *
     * @param owner whom {@code by} stands in for; null when the owner does it
     */
    public static Actual attest(
            Draft draft, Actual actual, @Nullable String statement, String by, @Nullable String owner) {
        Rules.requireOpen(draft.model(), actual.kpi());
        if (actual.isAttested()) {
            throw Refused.of(Kind.CONFLICT, "ALREADY_ATTESTED")
                    .with("kpi", actual.kpi())
                    .with("period", actual.period().toString());
        }
        return draft.put(new Actual(
                actual.kpi(),
                actual.period(),
                actual.value(),
                actual.note(),
                actual.enteredBy(),
                actual.enteredAt(),
                by,
                draft.now(),
                statement,
                owner,
                actual.version()));
    }

    /** Reads {@code {"statement"}}. */
    public static @Nullable String statement(ObjectNode body) {
        FieldErrors errors = new FieldErrors();
        Fields in = new Fields(body, errors);
        String statement = in.text("statement", Fields.TEXT_LENGTH);
        in.finish();
        errors.throwIfAny();
        return statement;
    }

    /** The actual of a period. */
    public static Optional<Actual> find(StrategyModel model, String kpi, LocalDate period) {
        return model.actualsOf(kpi).stream()
                .filter(each -> each.period().equals(period))
                .findFirst();
    }

    private static void requireManual(StrategyModel model, Kpi kpi) {
        Rules.requireOpen(model, kpi.key());
        if (!(kpi.source() instanceof KpiSource.Manual)) {
            throw Refused.of(Kind.CONFLICT, "NOT_MANUAL").with("kpi", kpi.key());
        }
    }
}

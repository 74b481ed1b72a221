package io.throughline.core.explain;

import io.throughline.core.explain.LeftOut.Reason;
import io.throughline.core.formula.ComputedActuals;
import io.throughline.core.formula.Formula;
import io.throughline.core.formula.FormulaNet;
import io.throughline.core.measures.KpiLine;
import io.throughline.core.measures.KpiScore;
import io.throughline.core.strategy.Actual;
import io.throughline.core.strategy.Band;
import io.throughline.core.strategy.Direction;
import io.throughline.core.strategy.Kpi;
import io.throughline.core.strategy.KpiSource;
import io.throughline.core.strategy.Point;
import io.throughline.core.strategy.StrategyModel;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** How one KPI is, taken apart. */
final class KpiExplanation {
    private final KpiScore score;
    private final StrategyModel model;
    private final Kpi kpi;
    private final KpiLine line;

    KpiExplanation(KpiScore score, StrategyModel model) {
        this.score = score;
        this.model = model;
        kpi = score.kpi();
        line = new KpiLine(kpi);
    }

    void addTo(Map<String, Derivation> numbers) {
        Actual newest = score.newest();
        if (newest == null) {
            for (String name : List.of("attainment", "expected", "pace")) {
                numbers.put("outcome." + name, Derivation.unknown(Rule.ENTERED, kpi.key(), Reason.NO_ACTUAL));
            }
        } else {
            numbers.put("actual", actual(newest));
            numbers.put("outcome.attainment", attainment(newest));
            numbers.put("outcome.expected", expected(newest));
            numbers.put("outcome.pace", pace());
        }
        numbers.put(
                "outcome.health",
                Derivation.word(
                        score.health().name(),
                        Rule.KPI_HEALTH,
                        Input.of("pace", score.pace()),
                        Input.of("stale", score.stale() ? 1.0 : 0.0)));
        numbers.put("outcome.coverage", yes("data", score.hasData()));
        numbers.put("outcome.unattested", yes("unattested", score.unattested()));
        numbers.put("outcome.stale", yes("stale", score.stale()));
    }

    /** What counts one or nothing, with the period that it is about. */
    private Derivation yes(String ref, boolean is) {
        Actual newest = score.newest();
        double counts = is ? 1.0 : 0.0;
        return Derivation.number(
                counts,
                Rule.SUM,
                newest == null
                        ? Input.of(ref, counts)
                        : Input.of(ref, counts, newest.period().toString()));
    }

    private Derivation actual(Actual newest) {
        String period = newest.period().toString();
        Optional<Formula> formula =
                kpi.source() instanceof KpiSource.Formula ? new FormulaNet(model).of(kpi.key()) : Optional.empty();
        if (formula.isEmpty()) {
            return Derivation.number(newest.value(), Rule.ENTERED, Input.of("actual", newest.value(), period));
        }
        List<Input> inputs = new ArrayList<>();
        List<LeftOut> leftOut = new ArrayList<>();
        for (String key : formula.get().keys()) {
            Actual counting = model.kpi(key)
                    .map(input -> ComputedActuals.counting(model, input, newest.period()))
                    .orElse(null);
            if (counting == null) {
                leftOut.add(new LeftOut(key, Reason.NOT_AVAILABLE));
            } else {
                inputs.add(Input.of(key, counting.value(), counting.period().toString()));
            }
        }
        return new Derivation(
                newest.value(), null, Rule.OWN_FORMULA, formula.get().toString(), inputs, leftOut);
    }

    private Derivation attainment(Actual newest) {
        Input actual = Input.of("actual", newest.value(), newest.period().toString());
        if (kpi.direction() == Direction.MAINTAIN) {
            Band band = Objects.requireNonNull(kpi.band());
            return Derivation.number(
                    score.attainment(),
                    Rule.BAND,
                    actual,
                    Input.of("low", band.low()),
                    Input.of("high", band.high()),
                    Input.of("tolerance", band.tolerance()));
        }
        return Derivation.number(
                score.attainment(), Rule.WAY, actual, at("baseline", baseline()), at("target", target()));
    }

    private Point baseline() {
        return Objects.requireNonNull(kpi.baseline());
    }

    private Point target() {
        return Objects.requireNonNull(kpi.target());
    }

    private static Input at(String ref, Point point) {
        return Input.of(ref, point.value(), point.date().toString());
    }

    /** At the end of the actual's period: a measure is judged by when it was measured. */
    private Derivation expected(Actual newest) {
        Input period = Input.word("period", newest.period().toString());
        if (kpi.direction() == Direction.MAINTAIN || newest.period().isAfter(target().date())) {
            return Derivation.number(score.expected(), Rule.EVERYTHING, period);
        }
        Optional<KpiLine.Segment> segment = line.segment(newest.period());
        if (segment.isEmpty()) {
            return Derivation.number(score.expected(), Rule.NOTHING_YET, period);
        }
        Point from = segment.get().from();
        Point to = segment.get().to();
        double elapsed = ChronoUnit.DAYS.between(from.date(), newest.period());
        double length = ChronoUnit.DAYS.between(from.date(), to.date());
        return Derivation.number(
                score.expected(),
                Rule.LINE,
                at("from", from),
                at("to", to),
                Input.of("elapsed", elapsed, from.date() + "/" + newest.period()),
                Input.of("length", length, from.date() + "/" + to.date()),
                at("baseline", baseline()),
                at("target", target()));
    }

    private Derivation pace() {
        Input attainment = Input.of("attainment", score.attainment());
        Double expected = score.expected();
        Input against = Input.of("expected", expected);
        if (score.inGrace()) {
            return Derivation.number(score.pace(), Rule.GRACE, attainment, against);
        }
        return Derivation.number(
                score.pace(),
                expected == null || expected <= 0 ? Rule.PACE_OF_NOTHING : Rule.PACE,
                attainment,
                against);
    }
}

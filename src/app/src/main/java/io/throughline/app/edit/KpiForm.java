package io.throughline.app.edit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.throughline.core.strategy.Attestation;
import io.throughline.core.strategy.Band;
import io.throughline.core.strategy.Direction;
import io.throughline.core.strategy.Frequency;
import io.throughline.core.strategy.Indicator;
import io.throughline.core.strategy.Kpi;
import io.throughline.core.strategy.KpiSource;
import io.throughline.core.strategy.MeasureUnit;
import io.throughline.core.strategy.Point;
import io.throughline.core.strategy.StrategyModel;
import io.throughline.core.strategy.UnitKind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a KPI. */
public final class KpiForm {
    static final int MOST_MILESTONES = 100;
    static final int SYMBOL_LENGTH = 20;

    private KpiForm() {}

    /**
     * The KPI that a body describes.
     *
     * @param before the KPI that is replaced, null for a new one
     */
    public static Kpi read(ObjectNode body, StrategyModel model, Lookups lookups, @Nullable Kpi before, String key) {
        Form form = new Form(body, model, lookups);
        Fields in = form.in;
        String objective = form.key("objective", "OBJ-1", model::objective);
        String name = in.name("name");
        String description = in.text("description", Fields.TEXT_LENGTH);
        MeasureUnit unit = unit(in);
        Direction direction = in.requiredChoice("direction", Direction.class);
        Point baseline = point(in, "baseline");
        Point target = point(in, "target");
        List<Point> milestones = milestones(in);
        Band band = band(in);
        Frequency frequency = in.choice("frequency", Frequency.class, Frequency.MONTHLY);
        double weight = in.number("weight", Range.WEIGHT, 1);
        boolean critical = in.flag("critical", false);
        Indicator indicator = in.choice("indicator", Indicator.class, Indicator.LAGGING);
        String owner = form.owner(before == null ? null : before.owner());
        Attestation attestation = in.choice("attestation", Attestation.class, Attestation.NONE);
        KpiSource source = SourceForm.read(form, key, before, attestation);
        checkAim(in, in.isWrong("direction") ? null : direction, baseline, target, milestones, band);
        form.finish("key", "version", "ownerName", "ownerActive", "evaluation");
        return new Kpi(
                key,
                objective,
                name,
                description,
                unit,
                direction,
                baseline,
                target,
                milestones,
                band,
                frequency,
                weight,
                critical,
                indicator,
                owner,
                attestation,
                source,
                before == null ? 1 : before.version());
    }

    private static @Nullable MeasureUnit unit(Fields in) {
        Fields sent = in.object("unit");
        if (sent == null) {
            return null;
        }
        UnitKind kind = sent.requiredChoice("kind", UnitKind.class);
        String symbol = sent.line("symbol", SYMBOL_LENGTH);
        sent.finish();
        return new MeasureUnit(kind, symbol);
    }

    private static @Nullable Point point(Fields in, String field) {
        Fields sent = in.object(field);
        return sent == null ? null : point(sent);
    }

    private static Point point(Fields sent) {
        Point point = new Point(sent.requiredDate("date"), sent.requiredNumber("value", Range.MEASURE));
        sent.finish();
        return point;
    }

    private static List<Point> milestones(Fields in) {
        List<Point> milestones = new ArrayList<>();
        in.objects("milestones", MOST_MILESTONES).forEach(each -> milestones.add(point(each)));
        return milestones;
    }

    private static @Nullable Band band(Fields in) {
        Fields sent = in.object("band");
        if (sent == null) {
            return null;
        }
        double low = sent.requiredNumber("low", Range.MEASURE);
        double high = sent.requiredNumber("high", Range.MEASURE);
        double tolerance = sent.requiredNumber("tolerance", Range.DISTANCE);
        sent.finish();
        if (low > high) {
            if (!sent.isWrong("low") && !sent.isWrong("high")) {
                sent.wrong("high", "at-least", "low", low);
            }
            return null;
        }
        return new Band(low, high, tolerance);
    }

    /** Without a direction, a band alone may be all that is wanted; without either, the usual line is. */
    private static void checkAim(
            Fields in,
            @Nullable Direction direction,
            @Nullable Point baseline,
            @Nullable Point target,
            List<Point> milestones,
            @Nullable Band band) {
        boolean maintains = direction == null ? in.has("band") : direction == Direction.MAINTAIN;
        if (maintains) {
            require(in, "band", "required.band", band);
        } else {
            require(in, "baseline", "required.point", baseline);
            require(in, "target", "required.point", target);
        }
        if (baseline != null && target != null && !in.isWrong("baseline") && !in.isWrong("target")) {
            checkLine(in, direction, baseline, target);
            checkBetween(in, baseline, target, milestones);
        }
    }

    private static void require(Fields in, String field, String rule, @Nullable Object read) {
        if (read == null && !in.isWrong(field)) {
            in.wrong(field, rule);
        }
    }

    static void checkLine(Fields in, @Nullable Direction direction, Point baseline, Point target) {
        if (!target.date().isAfter(baseline.date())) {
            in.wrong("target.date", "after", "baseline.date", baseline.date());
        }
        if (direction == Direction.INCREASE && target.value() <= baseline.value()) {
            in.wrong("target.value", "above", "baseline.value", baseline.value(), direction);
        }
        if (direction == Direction.DECREASE && target.value() >= baseline.value()) {
            in.wrong("target.value", "below", "baseline.value", baseline.value(), direction);
        }
    }

    static void checkBetween(Fields in, Point baseline, Point target, List<Point> milestones) {
        Set<Object> days = new HashSet<>();
        for (int i = 0; i < milestones.size(); i++) {
            Point each = milestones.get(i);
            String at = "milestones[" + i + "]";
            if (in.isWrong(at)) {
                continue;
            }
            if (!each.date().isAfter(baseline.date()) || !each.date().isBefore(target.date())) {
                in.wrong(at + ".date", "between", baseline.date(), target.date());
            } else if (!days.add(each.date())) {
                in.wrong(at + ".date", "twice", each.date());
            }
        }
    }
}

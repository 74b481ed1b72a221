package io.throughline.core.explain;

import io.throughline.core.strategy.Objective;
import io.throughline.core.strategy.ObjectiveState;
import io.throughline.core.strategy.StrategyModel;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Inputs in the making. */
final class Parts {
    static final String COUNTED_ONCE = "counted-once";

    private static final double NOISE = 1e-9;

    final List<Input> inputs = new ArrayList<>();
    final List<LeftOut> leftOut = new ArrayList<>();

    Parts add(Input input) {
        inputs.add(input);
        return this;
    }

    Parts leaveOut(String ref, LeftOut.Reason reason) {
        leftOut.add(new LeftOut(ref, reason));
        return this;
    }

    /** What lies below a node and takes no part. */
    Parts leaveOutIdle(StrategyModel model, String key) {
        List<Objective> below = model.theme(key).isPresent() ? model.objectivesOf(key) : model.subObjectivesOf(key);
        for (Objective each : below) {
            if (each.state() == ObjectiveState.DRAFT) {
                leaveOut(each.key(), LeftOut.Reason.DRAFT);
            } else if (each.state() == ObjectiveState.ABANDONED) {
                leaveOut(each.key(), LeftOut.Reason.ABANDONED);
            }
        }
        return this;
    }

    Derivation mean(@Nullable Double value) {
        return Derivation.number(value, Rule.MEAN, inputs, leftOut);
    }

    /** A sum whose parts overlap: what they share is taken off. */
    Derivation sum(double value) {
        double parts = inputs.stream().mapToDouble(Parts::valueOf).sum();
        if (Math.abs(parts - value) > NOISE) {
            add(Input.of(COUNTED_ONCE, value - parts));
            leaveOut(COUNTED_ONCE, LeftOut.Reason.COUNTED_ONCE);
        }
        return Derivation.number(value, Rule.SUM, inputs, leftOut);
    }

    private static double valueOf(Input input) {
        Double value = input.value();
        return value == null ? 0 : value;
    }
}

package io.throughline.core.orphans;

import io.throughline.core.strategy.Plan;
import io.throughline.core.strategy.Scope;
import io.throughline.core.strategy.SizeMeasure;
import io.throughline.core.work.Sizes;
import io.throughline.core.work.WorkRules;
import io.throughline.core.work.WorkView;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * Against what work is held: one plan, or the strategy in force.
 *
 * @param measure how size is measured; without a plan COUNT, as plans may differ
 * @param fallback size of an item that has none, in fixed units
 * @param scope where to look; null for everywhere. Items elsewhere are as if they were not there
 * @param aligning numbers of the links that make what they hold aligned
 */
public record Ground(
        SizeMeasure measure, long fallback, @Nullable Scope scope, BitSet aligning) {
    /** One plan: its measure, default size and scope. */
    public static Ground of(Plan plan, WorkRules rules, BitSet aligning) {
        long fallback = Sizes.fallback(plan.sizeMeasure(), plan.defaultSize(), rules);
        return new Ground(plan.sizeMeasure(), fallback, plan.scope(), aligning);
    }

    /** All that is in force, everywhere, counted. */
    public static Ground everywhere(BitSet aligning) {
        return new Ground(SizeMeasure.COUNT, 1, null, aligning);
    }

    boolean[] projects(WorkView work) {
        boolean[] in = new boolean[work.projectCount()];
        for (int project = 0; project < in.length; project++) {
            in[project] = scope == null
                    || scope.projects().contains(work.projectKey(project).orElse(""));
        }
        return in;
    }
}

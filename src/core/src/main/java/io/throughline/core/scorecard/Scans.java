package io.throughline.core.scorecard;

import io.throughline.core.alignment.Reach;
import io.throughline.core.delivery.Rollup;
import io.throughline.core.orphans.Exempting;
import io.throughline.core.orphans.Ground;
import io.throughline.core.orphans.OrphanScan;
import io.throughline.core.strategy.Plan;
import io.throughline.core.strategy.PlanState;
import io.throughline.core.strategy.StrategyModel;
import io.throughline.core.work.WorkView;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The last scans of one scoring: who pages through a list of orphans asks again and again while nothing changes. Two are
 * kept, since each takes some 3 bytes an item, and one is made at a time. Whoever finds theirs made does not wait for another;
 * to be asked inside {@link io.throughline.core.work.WorkIndex#reading}.
 */
final class Scans {
    private static final int KEPT = 2;

    private final StrategyModel strategy;
    private final Rollup rollup;
    /** Newest first. */
    private volatile List<Scan> kept = List.of();

    Scans(StrategyModel strategy, Rollup rollup) {
        this.strategy = strategy;
        this.rollup = rollup;
    }

    private record Scan(@Nullable String plan, Exempting exempting, WorkView view, long version, OrphanScan found) {}

    OrphanScan scan(@Nullable String plan, Exempting exempting) {
        OrphanScan known = find(plan, exempting, rollup.work());
        return known == null ? make(plan, exempting) : known;
    }

    private @Nullable OrphanScan find(@Nullable String plan, Exempting exempting, WorkView view) {
        for (Scan each : kept) {
            if (Objects.equals(each.plan(), plan)
                    && each.exempting() == exempting
                    && each.view() == view
                    && each.version() == view.version()) {
                return each.found();
            }
        }
        return null;
    }

    private synchronized OrphanScan make(@Nullable String plan, Exempting exempting) {
        WorkView view = rollup.work();
        OrphanScan meanwhile = find(plan, exempting, view);
        if (meanwhile != null) {
            return meanwhile;
        }
        OrphanScan scan = new OrphanScan(view, rollup.alignment(), rollup.sets(), ground(plan, view), exempting);
        List<Scan> next = new ArrayList<>(List.of(new Scan(plan, exempting, view, view.version(), scan)));
        kept.stream().limit(KEPT - 1).forEach(next::add);
        kept = List.copyOf(next);
        return scan;
    }

    private Ground ground(@Nullable String key, WorkView view) {
        if (key != null) {
            Plan plan = strategy.plan(key).orElseThrow();
            return Ground.of(plan, view.rules(), rollup.reach(key).aligning());
        }
        BitSet aligning = new BitSet();
        for (Plan plan : strategy.plans()) {
            if (plan.state() == PlanState.ACTIVE) {
                Reach reach = rollup.reach(plan.key());
                aligning.or(reach.aligning());
            }
        }
        return Ground.everywhere(aligning);
    }
}

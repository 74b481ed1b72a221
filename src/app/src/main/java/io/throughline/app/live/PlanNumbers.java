package io.throughline.app.live;

import io.throughline.core.coverage.OpenWork;
import io.throughline.core.delivery.Hiding;
import io.throughline.core.delivery.ItemCounts;
import io.throughline.core.orphans.Exempting;
import io.throughline.core.orphans.OrphanScan;
import io.throughline.core.scorecard.PlanScore;
import io.throughline.core.scorecard.Scoring;
import io.throughline.core.work.WorkIndex;
import io.throughline.core.work.WorkView;

/** The numbers of a plan: the same for everyone, but for how much of what is behind them the viewer may not browse. */
final class PlanNumbers implements PlanReading {
    private final IndexHealth health;
    private final Scoring scoring;
    private final Exempting exempting;
    private final PlanScore score;
    private final ItemCounts hidden;

    PlanNumbers(IndexHealth health, Scoring scoring, Exempting exempting, String plan, Browsing.Sight sight) {
        this.exempting = exempting;
        this.health = health;
        this.scoring = scoring;
        WorkIndex index = scoring.moment().work().index();
        // together, so that what is hidden is part of what is counted
        Read read = index.reading(() -> {
            PlanScore now = scoring.plan(plan);
            return new Read(
                    now, now.deliveries().hidden(new Unseen(scoring.rollup().work(), sight)));
        });
        score = read.score();
        hidden = read.hidden();
    }

    private record Read(PlanScore score, ItemCounts hidden) {}

    private record Unseen(WorkView work, Browsing.Sight sight) implements Hiding {
        @Override
        public boolean hidesProject(int project) {
            return !sight.project(work.projectId(project));
        }

        @Override
        public boolean hidesItem(int position) {
            return !sight.item(work, position);
        }
    }

    @Override
    public IndexHealth health() {
        return health;
    }

    @Override
    public PlanScore score() {
        return score;
    }

    @Override
    public OpenWork openWork() {
        return scoring.orphans(score.plan(), exempting, OrphanScan::openWork);
    }

    @Override
    public int hidden(String nodeKey) {
        return hidden.node(nodeKey);
    }

    @Override
    public int hidden(long link) {
        return hidden.link(link);
    }
}

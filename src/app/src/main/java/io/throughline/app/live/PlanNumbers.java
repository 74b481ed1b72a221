package io.throughline.app.live;

import io.throughline.core.delivery.ItemCounts;
import io.throughline.core.scorecard.PlanScore;
import io.throughline.core.work.WorkView;

/** The numbers of a plan: the same for everyone, but for how much of what is behind them the viewer may not browse. */
final class PlanNumbers implements PlanReading {
    private final IndexHealth health;
    private final PlanScore score;
    private final ItemCounts hidden;

    PlanNumbers(IndexHealth health, PlanScore score, WorkView work, Browsing.Sight sight) {
        this.health = health;
        this.score = score;
        hidden = score.deliveries().count(position -> !sight.item(work, position));
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
    public int hidden(String nodeKey) {
        return hidden.node(nodeKey);
    }

    @Override
    public int hidden(long link) {
        return hidden.link(link);
    }
}

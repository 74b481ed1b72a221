package io.throughline.app.live;

import io.throughline.core.alignment.Serving;
import io.throughline.core.orphans.OrphanScan;
import io.throughline.core.scorecard.Scoring;
import io.throughline.core.strategy.ObjectiveState;
import io.throughline.core.strategy.StrategyModel;
import io.throughline.core.work.WorkView;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the work of one project serves in a plan. Sizes are sums over all items of the project, whoever asks: whoever may
 * browse the project sees them, and rows are shown nowhere.
 */
final class ProjectServing {
    private final Scoring scoring;
    private final StrategyModel strategy;
    private final String plan;
    private final Map<String, Sum> sums = new HashMap<>();

    ProjectServing(Scoring scoring, String plan) {
        this.scoring = scoring;
        this.strategy = scoring.moment().strategy();
        this.plan = plan;
    }

    /** What is being added up for one objective. */
    private static final class Sum {
        private double open;
        private double all;
        private final Map<Long, Double> links = new HashMap<>();

        void add(double size, boolean isOpen, long link) {
            all += size;
            open += isOpen ? size : 0;
            links.merge(link, size, Double::sum);
        }
    }

    /** The active objectives of the plan that the project's live work reaches, the largest open size first. */
    List<ServedByProject> of(int project, OrphanScan scan) {
        WorkView work = scan.work();
        for (int at = 0; at < work.positions(); at++) {
            if (work.isPresent(at) && work.project(at) == project && work.carriesSize(at)) {
                for (Serving serving : scoring.servings(plan, work.id(at))) {
                    if (isActive(serving.objective())) {
                        sums.computeIfAbsent(serving.objective(), unseen -> new Sum())
                                .add(scan.ownSize(at), work.isOpen(at) && !work.isArchived(at), serving.link());
                    }
                }
            }
        }
        List<ServedByProject> served = new ArrayList<>();
        sums.forEach((key, sum) -> served.add(new ServedByProject(key, sum.open, sum.all, bySize(sum.links))));
        served.sort(Comparator.comparingDouble((ServedByProject each) -> -each.openSize())
                .thenComparingDouble(each -> -each.size())
                .thenComparing(ServedByProject::objective));
        return served;
    }

    private boolean isActive(String objective) {
        return strategy.objective(objective)
                .filter(found -> found.state() == ObjectiveState.ACTIVE)
                .isPresent();
    }

    private static List<Long> bySize(Map<Long, Double> links) {
        return links.entrySet().stream()
                .sorted(Comparator.comparingDouble((Map.Entry<Long, Double> each) -> -each.getValue())
                        .thenComparing(Map.Entry::getKey))
                .map(Map.Entry::getKey)
                .toList();
    }
}

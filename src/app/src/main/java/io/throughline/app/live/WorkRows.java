package io.throughline.app.live;

import io.throughline.app.access.Caller;
import io.throughline.core.delivery.HeldItem;
import io.throughline.core.scorecard.Scoring;
import io.throughline.core.strategy.Contribution;
import io.throughline.core.strategy.Objective;
import io.throughline.core.strategy.Plan;
import io.throughline.core.strategy.StrategyModel;
import io.throughline.core.work.StatusCategory;
import io.throughline.core.work.WorkView;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The items behind an objective's delivery, as one viewer may see them. */
final class WorkRows {
    private final Scoring scoring;
    private final StrategyModel strategy;
    private final String plan;
    private final Browsing browsing;
    private final Caller viewer;
    private final Browsing.Sight sight;

    WorkRows(Scoring scoring, String plan, Browsing browsing, Caller viewer) {
        this.scoring = scoring;
        this.strategy = scoring.moment().strategy();
        this.plan = plan;
        this.browsing = browsing;
        this.viewer = viewer;
        this.sight = browsing.of(viewer);
    }

    WorkPage page(String objective, int start, int limit) {
        WorkView work = scoring.moment().work();
        Found found = work.index().reading(() -> {
            List<HeldItem> visible = scoring.plan(plan).deliveries().items(objective).stream()
                    .filter(item -> sight.item(work, item.position()))
                    .toList();
            List<Held> page =
                    visible.subList(Math.min(start, visible.size()), Math.min(start + limit, visible.size())).stream()
                            .map(item -> held(item, work, objective))
                            .toList();
            return new Found(visible.size(), page);
        });
        Map<Long, Browsing.Card> cards =
                browsing.cards(found.page().stream().map(Held::id).toList(), viewer);
        List<WorkPage.Row> rows = new ArrayList<>();
        for (Held held : found.page()) {
            Browsing.Card card = cards.get(held.id());
            if (card != null) { // gone, or closed to the viewer, since the index last saw it
                rows.add(row(held, card));
            }
        }
        return new WorkPage(found.total(), rows);
    }

    /** An item as it was at one moment. */
    private record Held(long id, HeldItem item, StatusCategory category, Reach via) {}

    private record Found(int total, List<Held> page) {}

    private Held held(HeldItem item, WorkView work, String objective) {
        int at = item.position();
        return new Held(work.id(at), item, work.category(at), via(work.id(at), objective));
    }

    private static WorkPage.Row row(Held held, Browsing.Card card) {
        HeldItem item = held.item();
        return new WorkPage.Row(
                card.key(),
                card.summary(),
                card.type(),
                card.status(),
                held.category(),
                item.excluded() ? null : item.size(),
                item.unsized(),
                item.excluded(),
                held.via());
    }

    /** By which link of the objective, of what is below it or contributes to it, the item came. */
    private Reach via(long issue, String objective) {
        return plansThatReach()
                .flatMap(from -> scoring.servings(from, issue).stream())
                .filter(serving -> counts(serving.objective(), objective, new HashSet<>()))
                .findFirst()
                .map(serving -> Reaches.of(serving, strategy, sight))
                .orElseThrow(() -> new IllegalStateException("no link brings issue " + issue + " to " + objective));
    }

    /** The plan itself first, then those of which something contributes anywhere. */
    private Stream<String> plansThatReach() {
        return Stream.concat(
                        Stream.of(plan),
                        strategy.contributions().stream()
                                .flatMap(each -> strategy.planOf(each.from()).stream())
                                .map(Plan::key))
                .distinct();
    }

    private boolean counts(String below, String above, Set<String> seen) {
        if (below.equals(above)) {
            return true;
        }
        if (!seen.add(below)) {
            return false;
        }
        Stream<String> parents = Stream.concat(
                strategy.objective(below).map(Objective::parent).stream(),
                strategy.contributionsFrom(below).stream().map(Contribution::to));
        return parents.anyMatch(parent -> counts(parent, above, seen));
    }
}

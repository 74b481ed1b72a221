package io.throughline.core.delivery;

import io.throughline.core.strategy.LinkTarget;
import io.throughline.core.strategy.ObjectiveState;
import io.throughline.core.strategy.PlanState;
import io.throughline.core.strategy.SizeMeasure;
import io.throughline.core.strategy.StrategyModel;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What of a strategy decides which items are summed where: two that are equal here have the same sums. */
record Structure(
        List<PlanPart> plans,
        List<ThemePart> themes,
        List<ObjectivePart> objectives,
        List<LinkPart> links,
        List<ContributionPart> contributions) {

    record PlanPart(
            String key,
            PlanState state,
            SizeMeasure measure,
            @Nullable Double defaultSize) {}

    record ThemePart(String key, String plan) {}

    record ObjectivePart(
            String key, @Nullable String theme, @Nullable String parent, ObjectiveState state) {}

    record LinkPart(long id, String objective, LinkTarget target) {}

    record ContributionPart(long id, String from, String to) {}

    static Structure of(StrategyModel model) {
        return new Structure(
                model.plans().stream()
                        .map(each -> new PlanPart(each.key(), each.state(), each.sizeMeasure(), each.defaultSize()))
                        .toList(),
                model.themes().stream()
                        .map(each -> new ThemePart(each.key(), each.plan()))
                        .toList(),
                model.objectives().stream()
                        .map(each -> new ObjectivePart(each.key(), each.theme(), each.parent(), each.state()))
                        .toList(),
                model.links().stream()
                        .map(each -> new LinkPart(each.id(), each.objective(), each.target()))
                        .toList(),
                model.contributions().stream()
                        .map(each -> new ContributionPart(each.id(), each.from(), each.to()))
                        .toList());
    }
}

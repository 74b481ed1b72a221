package io.throughline.core.delivery;

import io.throughline.core.strategy.ObjectiveState;
import io.throughline.core.strategy.PlanState;
import io.throughline.core.strategy.SizeMeasure;
import io.throughline.core.strategy.StrategyModel;
import io.throughline.core.strategy.WorkLink;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What of a strategy decides which items are summed where: two that are equal here have the same sums. */
record Structure(
        List<PlanPart> plans,
        List<ThemePart> themes,
        List<ObjectivePart> objectives,
        List<WorkLink> links,
        List<ContributionPart> contributions) {

    record PlanPart(
            String key,
            PlanState state,
            SizeMeasure measure,
            @Nullable Double defaultSize) {}

    record ThemePart(String key, String plan) {}

    record ObjectivePart(
            String key, @Nullable String theme, @Nullable String parent, ObjectiveState state) {}

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
                List.copyOf(model.links()),
                model.contributions().stream()
                        .map(each -> new ContributionPart(each.id(), each.from(), each.to()))
                        .toList());
    }

    /** Links are kept as they are, which costs nothing while the strategy has them too; weight and version do not matter. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Structure that
                && plans.equals(that.plans)
                && themes.equals(that.themes)
                && objectives.equals(that.objectives)
                && contributions.equals(that.contributions)
                && haveSameTargets(links, that.links);
    }

    private static boolean haveSameTargets(List<WorkLink> some, List<WorkLink> others) {
        if (some.size() != others.size()) {
            return false;
        }
        for (int at = 0; at < some.size(); at++) {
            WorkLink one = some.get(at);
            WorkLink other = others.get(at);
            boolean isSame = one.id() == other.id()
                    && one.objective().equals(other.objective())
                    && one.target().equals(other.target());
            if (!isSame) {
                return false;
            }
        }
        return true;
    }

    @Override
    public int hashCode() {
        return Objects.hash(plans, themes, objectives, contributions, links.size());
    }
}

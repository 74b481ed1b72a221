package io.throughline.core.delivery;

import io.throughline.core.strategy.Contribution;
import io.throughline.core.strategy.Objective;
import io.throughline.core.strategy.Plan;
import io.throughline.core.strategy.StrategyModel;
import io.throughline.core.strategy.Theme;
import io.throughline.core.strategy.WorkLink;
import java.util.List;
import java.util.Objects;
import java.util.function.BiPredicate;

/**
 * What of a strategy decides which items are summed where: two that are equal here have the same sums. Names, dates, weights
 * and versions do not matter.
 *
 * <p>Objects are kept as they are: a strategy of a moment later has the same ones but for those that were edited, and so most
 * are compared by being the same object. Each write to the strategy asks, whatever it changed.
 */
record Structure(
        List<Plan> plans,
        List<Theme> themes,
        List<Objective> objectives,
        List<WorkLink> links,
        List<Contribution> contributions) {

    static Structure of(StrategyModel model) {
        return new Structure(
                List.copyOf(model.plans()),
                List.copyOf(model.themes()),
                List.copyOf(model.objectives()),
                List.copyOf(model.links()),
                List.copyOf(model.contributions()));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Structure that
                && areAlike(plans, that.plans, Structure::isAlike)
                && areAlike(themes, that.themes, Structure::isAlike)
                && areAlike(objectives, that.objectives, Structure::isAlike)
                && areAlike(contributions, that.contributions, Structure::isAlike)
                && areAlike(links, that.links, Structure::isAlike);
    }

    private static <T> boolean areAlike(List<T> some, List<T> others, BiPredicate<T, T> isAlike) {
        if (some.size() != others.size()) {
            return false;
        }
        for (int at = 0; at < some.size(); at++) {
            T one = some.get(at);
            T other = others.get(at);
            if (one != other && !isAlike.test(one, other)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isAlike(Plan one, Plan other) {
        return one.key().equals(other.key())
                && one.state() == other.state()
                && one.sizeMeasure() == other.sizeMeasure()
                && Objects.equals(one.defaultSize(), other.defaultSize());
    }

    private static boolean isAlike(Theme one, Theme other) {
        return one.key().equals(other.key()) && one.plan().equals(other.plan());
    }

    private static boolean isAlike(Objective one, Objective other) {
        return one.key().equals(other.key())
                && Objects.equals(one.theme(), other.theme())
                && Objects.equals(one.parent(), other.parent())
                && one.state() == other.state();
    }

    private static boolean isAlike(Contribution one, Contribution other) {
        return one.id() == other.id()
                && one.from().equals(other.from())
                && one.to().equals(other.to());
    }

    private static boolean isAlike(WorkLink one, WorkLink other) {
        return one.id() == other.id()
                && one.objective().equals(other.objective())
                && one.target().equals(other.target());
    }

    @Override
    public int hashCode() {
        return Objects.hash(plans.size(), themes.size(), objectives.size(), contributions.size(), links.size());
    }
}

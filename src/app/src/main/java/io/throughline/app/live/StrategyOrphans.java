package io.throughline.app.live;

import io.throughline.core.orphans.OrphanKind;
import io.throughline.core.orphans.StrategyGap;
import io.throughline.core.scorecard.Scoring;
import io.throughline.core.strategy.Kpi;
import io.throughline.core.strategy.LinkTarget;
import io.throughline.core.strategy.Objective;
import io.throughline.core.strategy.StrategyModel;
import io.throughline.core.strategy.Theme;
import io.throughline.core.strategy.WorkLink;
import io.throughline.core.work.WorkView;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The rows of {@link OrphanDesk} that are no work: objects of the strategy with a gap, in one plan or in all in force. */
final class StrategyOrphans {
    private final Scoring scoring;
    private final StrategyModel model;
    private final @Nullable String plan;

    StrategyOrphans(Scoring scoring, @Nullable String plan) {
        this.scoring = scoring;
        this.plan = plan;
        model = scoring.moment().strategy();
    }

    /** The gaps that a question is about; none have an age or a project. */
    List<StrategyGap> find(OrphanQuestion question, OrphanDesk.Outside outside) {
        if (question.project() != null
                || question.minAge() > 0
                || question.kinds().stream().allMatch(OrphanKind::isWork)) {
            return List.of();
        }
        return scoring.gaps(plan, link -> isDead(link, outside), outside::isActive).stream()
                .filter(gap -> question.kinds().contains(gap.kind()))
                .filter(gap -> question.lead() == null || question.lead().equals(owner(gap)))
                .filter(gap -> isFound(gap, question.search()))
                .toList();
    }

    private boolean isFound(StrategyGap gap, OrphanQuestion.@Nullable Search search) {
        return search == null || search.finds(gap.ref()) || search.finds(name(gap));
    }

    private boolean isDead(WorkLink link, OrphanDesk.Outside outside) {
        LinkTarget target = link.target();
        Long id = target.id();
        WorkView work = scoring.moment().work();
        return switch (target.kind()) {
            case ISSUE -> id == null || work.position(id).isEmpty();
            case PROJECT -> id == null || (work.projectNumber(id).isEmpty() && outside.isDead(link));
            case JQL -> outside.isDead(link);
        };
    }

    OrphanRow row(StrategyGap gap) {
        return new OrphanRow(gap.kind(), gap.ref(), name(gap), null, null, null, 0, owner(gap), null, null, null, null);
    }

    private @Nullable String name(StrategyGap gap) {
        return objective(gap)
                .map(Objective::name)
                .or(() -> model.kpi(gap.ref()).map(Kpi::name))
                .or(() -> model.theme(gap.ref()).map(Theme::name))
                .orElse(null);
    }

    @Nullable
    String owner(StrategyGap gap) {
        return objective(gap)
                .map(Objective::owner)
                .or(() -> model.kpi(gap.ref()).map(Kpi::owner))
                .or(() -> model.theme(gap.ref()).map(Theme::owner))
                .orElse(null);
    }

    /** The one that a dead link belongs to, or that has the gap itself. */
    private Optional<Objective> objective(StrategyGap gap) {
        Optional<String> key = gap.kind() == OrphanKind.DEAD_LINK
                ? model.link(Long.parseLong(gap.ref())).map(WorkLink::objective)
                : Optional.of(gap.ref());
        return key.flatMap(model::objective);
    }
}

package io.throughline.app.live;

import io.throughline.core.alignment.Serving;
import io.throughline.core.strategy.LinkTarget;
import io.throughline.core.strategy.StrategyModel;
import io.throughline.core.strategy.WorkLink;

/** Says how an item reaches an objective, to a viewer who may not browse everything. */
final class Reaches {
    private Reaches() {}

    /** The step, with the name of what is linked only if the viewer may browse that. */
    static Reach of(Serving serving, StrategyModel strategy, Browsing.Sight sight) {
        boolean visible = switch (serving.via()) {
            // the item itself is what the viewer looks at
            case SELF -> true;
            case QUERY -> sight.query(serving.viaRef());
            case PARENT -> sight.issue(serving.viaIssue());
            case PROJECT ->
                strategy.link(serving.link())
                        .map(WorkLink::target)
                        .map(LinkTarget::id)
                        .filter(sight::project)
                        .isPresent();
        };
        return new Reach(Reach.Kind.valueOf(serving.via().name()), visible ? serving.viaRef() : null, serving.link());
    }
}

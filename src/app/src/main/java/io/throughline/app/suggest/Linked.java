package io.throughline.app.suggest;

import io.throughline.core.strategy.LinkTarget;
import io.throughline.core.strategy.Objective;
import io.throughline.core.strategy.ObjectiveState;
import io.throughline.core.strategy.StrategyModel;
import io.throughline.core.strategy.WorkLink;
import io.throughline.core.work.QueryMembers;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Which issues are linked to which ACTIVE objectives, themselves or by a query. */
final class Linked {
    /** Of a query's members these are enough to learn its words from; who serves what does not depend on it. */
    private static final int LEARNT_FROM_A_QUERY = 200;

    private final Map<Long, Set<String>> objectives = new HashMap<>();

    Linked(StrategyModel model, QueryMembers queries) {
        for (WorkLink link : model.links()) {
            boolean isActive = model.objective(link.objective())
                    .map(Objective::state)
                    .filter(ObjectiveState.ACTIVE::equals)
                    .isPresent();
            if (isActive) {
                add(link, queries);
            }
        }
    }

    private void add(WorkLink link, QueryMembers queries) {
        LinkTarget target = link.target();
        if (target.kind() == LinkTarget.Kind.ISSUE && target.id() != null) {
            add(target.id(), link.objective());
        } else if (target.kind() == LinkTarget.Kind.JQL) {
            Arrays.stream(queries.issues(link.id()))
                    .limit(LEARNT_FROM_A_QUERY)
                    .forEach(issue -> add(issue, link.objective()));
        }
    }

    private void add(long issue, String objective) {
        objectives.computeIfAbsent(issue, unknown -> new TreeSet<>()).add(objective);
    }

    Set<Long> issues() {
        return objectives.keySet();
    }

    /** Keys; empty for an issue that is not linked. */
    Set<String> of(long issue) {
        return objectives.getOrDefault(issue, Set.of());
    }
}

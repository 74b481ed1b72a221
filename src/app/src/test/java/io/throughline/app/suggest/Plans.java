package io.throughline.app.suggest;

import io.throughline.app.store.Draft;
import io.throughline.app.store.InMemoryStrategyStore;
import io.throughline.app.store.Kind;
import io.throughline.core.strategy.LinkTarget;
import io.throughline.core.strategy.Objective;
import io.throughline.core.strategy.ObjectiveState;
import io.throughline.core.strategy.Perspective;
import io.throughline.core.strategy.Plan;
import io.throughline.core.strategy.PlanState;
import io.throughline.core.strategy.SizeMeasure;
import io.throughline.core.strategy.StrategyModel;
import io.throughline.core.strategy.Theme;
import io.throughline.core.strategy.Thresholds;
import io.throughline.core.strategy.WorkLink;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.LongStream;

/** A strategy as a test says: plans PLAN-1 and PLAN-2, a theme in each, and objectives under them. */
final class Plans {
    final InMemoryStrategyStore store =
            new InMemoryStrategyStore(Clock.fixed(Instant.parse("2026-03-02T12:00:00Z"), ZoneOffset.UTC));

    Plans() {
        write(draft -> {
            for (int plan = 1; plan <= 2; plan++) {
                draft.put(plan(plan, PlanState.ACTIVE));
                draft.put(new Theme("TH-" + plan, "PLAN-" + plan, "Theme", null, null, 1, 0, 1));
            }
        });
    }

    private static Plan plan(int number, PlanState state) {
        return new Plan(
                "PLAN-" + number,
                "Strategy",
                null,
                null,
                LocalDate.parse("2026-01-01"),
                LocalDate.parse("2026-12-31"),
                state,
                null,
                SizeMeasure.COUNT,
                null,
                new Thresholds(0.9, 0.7),
                null,
                1);
    }

    Plans close(int plan) {
        return write(draft -> draft.put(plan(plan, PlanState.CLOSED)));
    }

    Plans objective(String key, String name, String description, String owner) {
        return write(draft -> draft.put(objective(key, 1, name, description, owner, ObjectiveState.ACTIVE)));
    }

    static Objective objective(
            String key, int plan, String name, String description, String owner, ObjectiveState state) {
        return new Objective(
                key, "TH-" + plan, null, name, description, owner, Perspective.PROCESS, 1, null, null, state, 0, 1);
    }

    Plans link(String objective, long... issues) {
        return write(
                draft -> link(draft, objective, LongStream.of(issues).boxed().toList()));
    }

    static void link(Draft draft, String objective, List<Long> issues) {
        for (long issue : issues) {
            long id = draft.nextNumber(Kind.LINK);
            draft.put(new WorkLink(id, objective, LinkTarget.issue("P-" + issue, issue), null, draft.now(), 1));
        }
    }

    Plans write(Consumer<Draft> change) {
        store.write("pmo", draft -> {
            change.accept(draft);
            return "";
        });
        return this;
    }

    StrategyModel model() {
        return store.model();
    }
}

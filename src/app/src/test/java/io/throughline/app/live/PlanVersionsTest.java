package io.throughline.app.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.app.store.Draft;
import io.throughline.app.store.Examples;
import io.throughline.app.store.Kind;
import io.throughline.app.store.StrategyStore;
import io.throughline.core.strategy.Exemption;
import io.throughline.core.strategy.StrategyModel;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two plans: PLAN-1 has OBJ-1, PLAN-2 has OBJ-3 with KPI-1. */
class PlanVersionsTest {
    private final SmallStrategy strategy = new SmallStrategy();
    private final StrategyStore store = strategy.store;
    private PlanVersions versions = PlanVersions.first(state());

    private PlanVersions.State state() {
        StrategyModel model = store.model();
        return new PlanVersions.State(model, store.settings(model), store.kept(model));
    }

    @BeforeEach
    void aSecondPlan() {
        change(draft -> {
            draft.put(Examples.plan("PLAN-2", "Other"));
            draft.put(Examples.theme("TH-2", "PLAN-2"));
            draft.put(Examples.objective("OBJ-3", "TH-2", null));
            draft.put(Examples.kpi("KPI-1", "OBJ-3"));
        });
    }

    private void change(Consumer<Draft> edit) {
        store.write("pmo", draft -> {
            edit.accept(draft);
            return "";
        });
        versions = versions.next(state());
    }

    private long now() {
        return store.model().version();
    }

    @Test
    void aValueChangesItsOwnPlanAndNoOther() {
        long before = now();

        change(draft -> draft.put(Examples.actual("KPI-1", "2026-01-31")));

        assertThat(now()).isGreaterThan(before);
        assertThat(versions.of("PLAN-1")).isEqualTo(before);
        assertThat(versions.of("PLAN-2")).isEqualTo(now());
    }

    @Test
    void aValueChangesPlansThatSomethingContributesTo() {
        change(draft -> draft.put(Examples.contribution(draft.nextNumber(Kind.CONTRIBUTION), "OBJ-3", "OBJ-1")));

        change(draft -> draft.put(Examples.actual("KPI-1", "2026-01-31")));

        assertThat(versions.of("PLAN-1")).isEqualTo(now());
    }

    @Test
    void anyOtherChangeIsOneOfEveryPlan() {
        change(draft -> draft.put(Examples.theme("TH-3", "PLAN-2")));
        assertThat(versions.of("PLAN-1")).isEqualTo(now());

        change(draft -> draft.put(Examples.cause(draft.nextNumber(Kind.CAUSE), "OBJ-1", "OBJ-2")));
        assertThat(versions.of("PLAN-2")).isEqualTo(now());

        change(draft -> draft.put(Examples.settings(store.settings())));
        assertThat(versions.of("PLAN-1")).isEqualTo(now());

        strategy.exempt(Exemption.Kind.LABEL, "run", null, "runs");
        versions = versions.next(state());
        assertThat(versions.of("PLAN-1")).isEqualTo(now());
    }

    /** As when two nodes write at once, and this one sees both together. */
    @Test
    void aValueDoesNotHideWhatCameWithIt() {
        store.write("pmo", draft -> draft.put(Examples.settings(store.settings())));

        change(draft -> draft.put(Examples.actual("KPI-1", "2026-01-31")));

        assertThat(versions.of("PLAN-1")).isEqualTo(now());
    }

    @Test
    void anOlderStrategyIsLikeAnyOtherThatDiffers() {
        PlanVersions.State old = state();
        change(draft -> draft.put(Examples.actual("KPI-1", "2026-01-31")));

        assertThat(versions.next(old).of("PLAN-2")).isEqualTo(old.model().version());
    }
}

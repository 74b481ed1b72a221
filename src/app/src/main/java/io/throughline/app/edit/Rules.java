package io.throughline.app.edit;

import io.throughline.app.access.Caller;
import io.throughline.app.edit.Refused.Kind;
import io.throughline.core.strategy.Plan;
import io.throughline.core.strategy.PlanState;
import io.throughline.core.strategy.StrategyModel;
import org.jspecify.annotations.Nullable;

/** Rules that hold for every change. */
public final class Rules {
    private Rules() {}

    /** @throws Refused unless the caller may change strategy */
    public static void requireEditor(Caller caller) {
        if (!caller.mayEdit()) {
            throw Refused.of(Kind.FORBIDDEN, "NO_EDIT_RIGHT");
        }
    }

    /**
     * Whether somebody may change something of this owner: who may change strategy, and the owner.
     *
     * @param owner user key, null when nobody owns it
     */
    public static boolean mayEdit(Caller caller, @Nullable String owner) {
        return caller.mayEdit() || (caller.mayView() && caller.key().equals(owner));
    }

    /**
     * An owner may edit what it owns.
     *
     * @param owner user key, null when nobody owns it
     * @throws Refused unless the caller may change strategy, or is that owner
     */
    public static void requireEditorOrOwner(Caller caller, @Nullable String owner) {
        if (!mayEdit(caller, owner)) {
            requireEditor(caller);
        }
    }

    /**
     * Before anybody looks at what is wrong with an input about some objective: who may edit none is turned away.
     *
     * @throws Refused unless the caller may change strategy, or owns an objective
     */
    public static void requireEditorOrAnyOwner(StrategyModel model, Caller caller) {
        if (model.objectives().stream().noneMatch(each -> caller.key().equals(each.owner()))) {
            requireEditor(caller);
        }
    }

    /**
     * Before anybody looks at what is wrong with an input about what the caller owns.
     *
     * @throws Refused unless the caller may change strategy, or owns an objective or a KPI
     */
    public static void requireEditorOrOwnerOfAnything(StrategyModel model, Caller caller) {
        if (model.kpis().stream().noneMatch(each -> caller.key().equals(each.owner()))) {
            requireEditorOrAnyOwner(model, caller);
        }
    }

    /**
     * A closed plan is read-only, with all that is in it.
     *
     * @param key of the plan, or of something in it; what is in no plan is never closed
     */
    public static void requireOpen(StrategyModel model, String key) {
        model.planOf(key).ifPresent(Rules::requireOpen);
    }

    static void requireOpen(Plan plan) {
        if (plan.state() == PlanState.CLOSED) {
            throw Refused.of(Kind.CONFLICT, "PLAN_CLOSED").with("plan", plan.key());
        }
    }
}

package io.throughline.app.edit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.throughline.app.store.Draft;
import io.throughline.core.strategy.Kpi;
import io.throughline.core.strategy.Objective;
import io.throughline.core.strategy.Plan;
import io.throughline.core.strategy.StrategyModel;
import io.throughline.core.strategy.Theme;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Puts an object elsewhere in the tree.
 *
 * @param parent key of what shall be above; null for "stay under what is above now"
 * @param isNull whether parent was sent as null: for a plan or KPI, nothing above
 * @param position index among the siblings, from 0, past the end is the end; null for the end, or the present place if
 *     the parent stays
 */
public record Move(
        @Nullable String parent, boolean isNull, @Nullable Integer position) {
    private static final int LAST = 1_000_000;

    /** Reads {@code {"parent","position"}}. */
    public static Move read(ObjectNode body) {
        FieldErrors errors = new FieldErrors();
        Fields in = new Fields(body, errors);
        String parent = in.line("parent", Fields.NAME_LENGTH);
        boolean isNull = in.isNull("parent");
        Integer position = in.whole("position", 0, LAST);
        if (!in.has("parent") && position == null && !in.isWrong("position")) {
            in.wrong("parent", "required.parent-or-position");
        }
        in.finish();
        errors.throwIfAny();
        return new Move(parent, isNull, position);
    }

    /** Moves a plan under another one; plans have no order among them. */
    public Plan plan(Draft draft, Plan plan) {
        StrategyModel model = draft.model();
        Rules.requireOpen(plan);
        if (parent == null) {
            return isNull ? draft.put(Copies.under(plan, null)) : plan;
        }
        require(model.plan(parent), "PLAN-1");
        PlanForm.refuseRing(model, plan.key(), parent);
        return draft.put(Copies.under(plan, parent));
    }

    /** Moves a theme, in its plan or to another one. */
    public Theme theme(Draft draft, Theme theme) {
        StrategyModel model = draft.model();
        refuseNull("PLAN-1");
        String plan = parent == null ? theme.plan() : parent;
        require(model.plan(plan), "PLAN-1");
        Rules.requireOpen(model, theme.plan());
        Rules.requireOpen(model, plan);
        if (position == null && plan.equals(theme.plan())) {
            return theme;
        }
        List<Theme> siblings = new ArrayList<>(model.themesOf(plan));
        siblings.removeIf(each -> each.key().equals(theme.key()));
        int place = Places.between(
                siblings, index(), Theme::position, (each, to) -> draft.put(Copies.at(each, each.plan(), to)));
        return draft.put(Copies.at(theme, plan, place));
    }

    /** Moves an objective, under a theme or under another objective. */
    public Objective objective(Draft draft, Objective objective) {
        StrategyModel model = draft.model();
        refuseNull("TH-1, OBJ-1");
        Place place = new Place(objective.theme(), objective.parent());
        if (parent != null) {
            boolean exists =
                    model.theme(parent).isPresent() || model.objective(parent).isPresent();
            require(exists ? Optional.of(parent) : Optional.empty(), "TH-1, OBJ-1");
            place = Place.under(model, parent);
            Rules.requireOpen(model, parent);
        }
        Rules.requireOpen(model, objective.key());
        place.refuseBelowItself(model, objective.key());
        boolean stays = place.holds(objective);
        if (position == null && stays) {
            return objective;
        }
        List<Objective> siblings = new ArrayList<>(place.objectives(model));
        siblings.removeIf(each -> each.key().equals(objective.key()));
        Place to = place;
        int at = Places.between(
                siblings, index(), Objective::position, (each, place2) -> draft.put(Copies.at(each, to, place2)));
        return draft.put(Copies.at(objective, to, at));
    }

    /** Moves a KPI under another objective, or under none; KPIs stand in the order of their keys. */
    public Kpi kpi(Draft draft, Kpi kpi) {
        StrategyModel model = draft.model();
        Rules.requireOpen(model, kpi.key());
        if (parent == null) {
            return isNull ? draft.put(Copies.under(kpi, null)) : kpi;
        }
        require(model.objective(parent), "OBJ-1");
        Rules.requireOpen(model, parent);
        return draft.put(Copies.under(kpi, parent));
    }

    private int index() {
        return position == null ? LAST : position;
    }

    private void refuseNull(String example) {
        if (isNull) {
            require(Optional.empty(), example);
        }
    }

    private static void require(Optional<?> found, String example) {
        if (found.isEmpty()) {
            FieldErrors errors = new FieldErrors();
            errors.add("parent", "key", example);
            errors.throwIfAny();
        }
    }
}

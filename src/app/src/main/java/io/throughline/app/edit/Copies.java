package io.throughline.app.edit;

import io.throughline.core.strategy.Kpi;
import io.throughline.core.strategy.Objective;
import io.throughline.core.strategy.Plan;
import io.throughline.core.strategy.Theme;
import org.jspecify.annotations.Nullable;

/** The same objects in another place. Records have no "with", so it is spelled out once, here. */
final class Copies {
    private Copies() {}

    static Plan under(Plan plan, @Nullable String parent) {
        return new Plan(
                plan.key(),
                plan.name(),
                plan.vision(),
                plan.mission(),
                plan.start(),
                plan.end(),
                plan.state(),
                parent,
                plan.sizeMeasure(),
                plan.defaultSize(),
                plan.thresholds(),
                plan.scope(),
                plan.version());
    }

    static Theme at(Theme theme, String plan, int position) {
        return new Theme(
                theme.key(),
                plan,
                theme.name(),
                theme.description(),
                theme.owner(),
                theme.weight(),
                position,
                theme.version());
    }

    static Objective at(Objective objective, Place place, int position) {
        return new Objective(
                objective.key(),
                place.theme(),
                place.parent(),
                objective.name(),
                objective.description(),
                objective.owner(),
                objective.perspective(),
                objective.weight(),
                objective.start(),
                objective.due(),
                objective.state(),
                position,
                objective.version());
    }

    static Kpi under(Kpi kpi, @Nullable String objective) {
        return new Kpi(
                kpi.key(),
                objective,
                kpi.name(),
                kpi.description(),
                kpi.unit(),
                kpi.direction(),
                kpi.baseline(),
                kpi.target(),
                kpi.milestones(),
                kpi.band(),
                kpi.frequency(),
                kpi.weight(),
                kpi.critical(),
                kpi.indicator(),
                kpi.owner(),
                kpi.attestation(),
                kpi.source(),
                kpi.version());
    }
}

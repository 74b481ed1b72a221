package io.throughline.app.rest;

import io.throughline.app.access.People.Person;
import io.throughline.app.edit.Lookups;
import io.throughline.app.store.Hashes;
import io.throughline.core.strategy.Kpi;
import io.throughline.core.strategy.Objective;
import io.throughline.core.strategy.StrategyModel;
import io.throughline.core.strategy.Theme;
import java.nio.charset.StandardCharsets;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What answers about a plan say of people: it changes without any change of the strategy, and few people own much. */
final class Owners {
    private Owners() {}

    /** A short text that changes when an owner in a plan is renamed, switched off or on, or is another. */
    static String stamp(StrategyModel model, String plan, Lookups lookups) {
        TreeSet<String> owners = new TreeSet<>();
        for (Theme theme : model.themesOf(plan)) {
            add(owners, theme.owner());
        }
        for (Objective objective : model.objectivesIn(plan)) {
            add(owners, objective.owner());
            for (Kpi kpi : model.kpisOf(objective.key())) {
                add(owners, kpi.owner());
            }
        }
        StringBuilder all = new StringBuilder();
        for (String key : owners) {
            all.append(lookups.withKey(key).map(Person::toString).orElse(key)).append('\n');
        }
        return Hashes.sha256(all.toString().getBytes(StandardCharsets.UTF_8)).substring(0, 16);
    }

    private static void add(TreeSet<String> owners, @Nullable String owner) {
        if (owner != null) {
            owners.add(owner);
        }
    }
}

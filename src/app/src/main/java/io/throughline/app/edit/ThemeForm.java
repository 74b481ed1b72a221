package io.throughline.app.edit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.throughline.core.strategy.StrategyModel;
import io.throughline.core.strategy.Theme;
import org.jspecify.annotations.Nullable;

/** Reads a theme. */
public final class ThemeForm {
    private ThemeForm() {}

    /**
     * The theme that a body describes. Its place is kept where the plan stays, and is the end where it is new there.
     *
     * @param before the theme that is replaced, null for a new one
     */
    public static Theme read(
            ObjectNode body, StrategyModel model, Lookups lookups, @Nullable Theme before, String key) {
        Form form = new Form(body, model, lookups);
        String plan = form.requiredKey("plan", "PLAN-1", model::plan);
        String name = form.in.name("name");
        String description = form.in.text("description", Fields.TEXT_LENGTH);
        String owner = form.owner(before == null ? null : before.owner());
        double weight = form.in.number("weight", Range.WEIGHT, 1);
        form.finish("key", "position", "version", "ownerName", "ownerActive");
        boolean stays = before != null && before.plan().equals(plan);
        int position = stays ? before.position() : Places.last(model.themesOf(plan), Theme::position);
        return new Theme(key, plan, name, description, owner, weight, position, before == null ? 1 : before.version());
    }
}

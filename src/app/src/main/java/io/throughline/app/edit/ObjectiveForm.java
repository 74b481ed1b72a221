package io.throughline.app.edit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.throughline.core.strategy.Objective;
import io.throughline.core.strategy.ObjectiveState;
import io.throughline.core.strategy.Perspective;
import io.throughline.core.strategy.StrategyModel;
import io.throughline.core.strategy.Theme;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads an objective. */
public final class ObjectiveForm {
    private ObjectiveForm() {}

    /**
     * The objective that a body describes. It is placed by its parent, or where there is none by its theme; a theme
     * that is sent beside a parent has to be the parent's.
     *
     * @param before the objective that is replaced, null for a new one
     */
    public static Objective read(
            ObjectNode body, StrategyModel model, Lookups lookups, @Nullable Objective before, String key) {
        Form form = new Form(body, model, lookups);
        Fields in = form.in;
        String parent = form.key("parent", "OBJ-1", model::objective);
        String theme = theme(form, parent);
        String name = in.name("name");
        String description = in.text("description", Fields.TEXT_LENGTH);
        String owner = form.owner(before == null ? null : before.owner());
        Perspective perspective = in.choice("perspective", Perspective.class, Perspective.PROCESS);
        double weight = in.number("weight", Range.WEIGHT, 1);
        LocalDate start = in.date("start");
        LocalDate due = in.date("due");
        if (start != null && due != null && due.isBefore(start)) {
            in.wrong("due", "not-before", "start", start);
        }
        ObjectiveState state = in.choice("state", ObjectiveState.class, ObjectiveState.ACTIVE);
        form.finish("key", "position", "version", "ownerName", "ownerActive");
        Place place = parent == null ? Place.under(model, theme) : Place.under(model, parent);
        place.refuseBelowItself(model, key);
        boolean stays = before != null && place.holds(before);
        return new Objective(
                key,
                place.theme(),
                place.parent(),
                name,
                description,
                owner,
                perspective,
                weight,
                start,
                due,
                state,
                stays ? before.position() : place.lastPosition(model),
                before == null ? 1 : before.version());
    }

    private static String theme(Form form, @Nullable String parent) {
        String theme = form.key("theme", "TH-1", form.model::theme);
        if (parent != null) {
            Optional<String> above = form.model.themeOf(parent).map(Theme::key);
            if (theme != null && above.isPresent() && !above.get().equals(theme)) {
                form.in.wrong("theme", "theme-of-parent", above.get(), parent);
            }
        } else if (theme == null && !form.in.isWrong("theme") && !form.in.isWrong("parent")) {
            form.in.wrong("theme", "required.theme-or-parent");
        }
        return theme == null ? "?" : theme;
    }
}

package io.throughline.app.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.throughline.app.store.LoggedChange;
import io.throughline.core.strategy.Kpi;
import io.throughline.core.strategy.Objective;
import io.throughline.core.strategy.Plan;
import io.throughline.core.strategy.StrategyModel;
import io.throughline.core.strategy.Theme;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where an object of the change log stood, and what it was called, while the log is followed row by row: what was made and
 * removed in between is in no strategy that could be asked.
 */
final class Belonging {
    /** What an object hangs on, the nearest first. A contribution or an arrow is where either of its ends is. */
    private static final List<String> ABOVE =
            List.of("parent", "theme", "objective", "plan", "kpi", "from", "to", "cause", "effect");

    private static final int DEEPEST = 64;

    private final StrategyModel before;
    private final Map<String, JsonNode> seen = new HashMap<>();

    /** @param before the strategy before the first row */
    Belonging(StrategyModel before) {
        this.before = before;
    }

    /** Takes a row in: from now on its object stands where the row says. A removed one is known as it was. */
    void follow(LoggedChange row) {
        JsonNode content = row.after() == null ? row.before() : row.after();
        if (content != null) {
            seen.put(row.object(), content);
        }
    }

    /** Whether an object with this content is the plan or below it. */
    boolean isIn(String plan, String object, @Nullable JsonNode content) {
        return content != null && (object.equals(plan) || isBelow(plan, content, 0));
    }

    private boolean isBelow(String plan, JsonNode content, int depth) {
        for (String field : ABOVE) {
            String key = content.path(field).textValue();
            // a plan's parent is another plan: what happens in a part of the company is told there
            boolean isUp = key != null && depth < DEEPEST && !(field.equals("parent") && key.startsWith("PLAN-"));
            if (isUp && (key.equals(plan) || isUnder(plan, key, depth))) {
                return true;
            }
        }
        return false;
    }

    private boolean isUnder(String plan, String key, int depth) {
        JsonNode known = seen.get(key);
        return known == null
                ? before.planOf(key).map(Plan::key).filter(plan::equals).isPresent()
                : isBelow(plan, known, depth + 1);
    }

    /** What an object is called, or was. */
    Optional<String> name(String key) {
        JsonNode known = seen.get(key);
        return known == null
                ? nameBefore(key)
                : Optional.ofNullable(known.path("name").textValue());
    }

    private Optional<String> nameBefore(String key) {
        return before.objective(key)
                .map(Objective::name)
                .or(() -> before.kpi(key).map(Kpi::name))
                .or(() -> before.theme(key).map(Theme::name))
                .or(() -> before.plan(key).map(Plan::name));
    }
}

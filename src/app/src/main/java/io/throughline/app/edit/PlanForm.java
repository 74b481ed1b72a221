package io.throughline.app.edit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.throughline.app.edit.Refused.Kind;
import io.throughline.core.strategy.Plan;
import io.throughline.core.strategy.PlanState;
import io.throughline.core.strategy.Scope;
import io.throughline.core.strategy.SizeMeasure;
import io.throughline.core.strategy.StrategyModel;
import io.throughline.core.strategy.Thresholds;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a plan. */
public final class PlanForm {
    private static final int MOST_PROJECTS = 500;

    private PlanForm() {}

    /**
     * The plan that a body describes.
     *
     * @param before the plan that is replaced, null for a new one
     * @param key of the plan that results
     * @throws Refused naming every field that is wrong; CYCLE if it would be its own ancestor
     */
    public static Plan read(ObjectNode body, StrategyModel model, Lookups lookups, @Nullable Plan before, String key) {
        Form form = new Form(body, model, lookups);
        Fields in = form.in;
        String name = in.name("name");
        String vision = in.text("vision", Fields.TEXT_LENGTH);
        String mission = in.text("mission", Fields.TEXT_LENGTH);
        LocalDate start = in.requiredDate("start");
        LocalDate end = in.requiredDate("end");
        if (!in.isWrong("start") && !in.isWrong("end") && end.isBefore(start)) {
            in.wrong("end", "not-before", "start", start);
        }
        PlanState state = in.choice("state", PlanState.class, PlanState.ACTIVE);
        String parent = form.key("parent", "PLAN-1", model::plan);
        SizeMeasure measure = in.choice("sizeMeasure", SizeMeasure.class, SizeMeasure.COUNT);
        Double defaultSize = in.number("defaultSize", Range.SIZE);
        Thresholds thresholds = thresholds(in);
        Scope scope = scope(in, lookups, before == null ? null : before.scope());
        form.finish("key", "version");
        if (parent != null) {
            refuseRing(model, key, parent);
        }
        return new Plan(
                key,
                name,
                vision,
                mission,
                start,
                end,
                state,
                parent,
                measure,
                defaultSize,
                thresholds,
                scope,
                before == null ? 1 : before.version());
    }

    private static Thresholds thresholds(Fields in) {
        if (in.isNull("thresholds")) {
            in.wrong("thresholds", "object");
        }
        Fields sent = in.object("thresholds");
        if (sent == null) {
            return Thresholds.DEFAULT;
        }
        double good = sent.number("good", Range.THRESHOLD, Thresholds.DEFAULT.good());
        double warn = sent.number("warn", Range.THRESHOLD, Math.min(good, Thresholds.DEFAULT.warn()));
        sent.finish();
        if (warn > good) {
            sent.wrong("warn", "at-most", "good", good);
            return Thresholds.DEFAULT;
        }
        return new Thresholds(good, warn);
    }

    /** Projects that the caller may not browse were not shown to it, so they stay whatever it sends. */
    private static @Nullable Scope scope(Fields in, Lookups lookups, @Nullable Scope before) {
        Fields sent = in.object("scope");
        if (sent == null) {
            return null;
        }
        Set<String> projects = new LinkedHashSet<>();
        List<String> keys =
                Optional.ofNullable(sent.lines("projects", MOST_PROJECTS)).orElse(List.of());
        for (int i = 0; i < keys.size(); i++) {
            Optional<String> known = lookups.project(keys.get(i));
            if (known.isEmpty()) {
                sent.wrong("projects[" + i + "]", "project");
            }
            known.ifPresent(projects::add);
        }
        sent.finish();
        List<String> hidden = before == null
                ? List.of()
                : before.projects().stream()
                        .filter(each -> lookups.project(each).isEmpty())
                        .toList();
        projects.addAll(hidden);
        if (projects.isEmpty() && !sent.isWrong("projects")) {
            sent.wrong("projects", "required.projects", MOST_PROJECTS);
        }
        return new Scope(new ArrayList<>(projects));
    }

    static void refuseRing(StrategyModel model, String key, String parent) {
        List<String> path = new ArrayList<>(List.of(key));
        for (String at = parent; at != null && path.size() <= model.plans().size(); at = above(model, at)) {
            path.add(at);
            if (at.equals(key)) {
                throw Refused.of(Kind.CONFLICT, "CYCLE").with("path", path);
            }
        }
    }

    private static @Nullable String above(StrategyModel model, String key) {
        return model.plan(key).map(Plan::parent).orElse(null);
    }
}

package io.throughline.app.exchange;

import io.throughline.app.edit.FieldErrors;
import io.throughline.app.store.Kind;
import io.throughline.core.formula.Formula;
import io.throughline.core.formula.FormulaException;
import io.throughline.core.strategy.Actual;
import io.throughline.core.strategy.Cause;
import io.throughline.core.strategy.Contribution;
import io.throughline.core.strategy.Kpi;
import io.throughline.core.strategy.KpiSource;
import io.throughline.core.strategy.LinkTarget;
import io.throughline.core.strategy.Objective;
import io.throughline.core.strategy.Plan;
import io.throughline.core.strategy.Theme;
import io.throughline.core.strategy.WorkLink;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rules that need more than one object: who lies under whom, and what may not be there twice. */
final class DocumentRules {
    /** Levels of objectives below one another, as the forms allow. */
    private static final int DEEPEST = 20;

    /** Levels by contributions; far more than anybody reads, few enough to be walked down. */
    private static final int LONGEST = 2_000;

    private final Document.Parts parts;
    private final FieldErrors errors;

    DocumentRules(Document.Parts parts, FieldErrors errors) {
        this.parts = parts;
        this.errors = errors;
    }

    void check() {
        references();
        if (errors.isEmpty()) {
            rings();
            doubles();
        }
    }

    private void references() {
        for (Plan plan : parts.all(Kind.PLAN)) {
            reference(plan.key(), "parent", Kind.PLAN, plan.parent());
        }
        for (Theme theme : parts.all(Kind.THEME)) {
            reference(theme.key(), "plan", Kind.PLAN, theme.plan());
        }
        for (Objective objective : parts.all(Kind.OBJECTIVE)) {
            reference(objective.key(), "theme", Kind.THEME, objective.theme());
            reference(objective.key(), "parent", Kind.OBJECTIVE, objective.parent());
        }
        for (Kpi kpi : parts.all(Kind.KPI)) {
            reference(kpi.key(), "objective", Kind.OBJECTIVE, kpi.objective());
        }
        for (Actual actual : parts.all(Kind.ACTUAL)) {
            reference(Kind.ACTUAL.ref(actual), "kpi", Kind.KPI, actual.kpi());
        }
        for (WorkLink link : parts.all(Kind.LINK)) {
            reference(Kind.LINK.ref(link), "objective", Kind.OBJECTIVE, link.objective());
        }
        for (Contribution each : parts.all(Kind.CONTRIBUTION)) {
            reference(Kind.CONTRIBUTION.ref(each), "from", Kind.OBJECTIVE, each.from());
            reference(Kind.CONTRIBUTION.ref(each), "to", Kind.OBJECTIVE, each.to());
        }
        for (Cause each : parts.all(Kind.CAUSE)) {
            reference(Kind.CAUSE.ref(each), "cause", Kind.OBJECTIVE, each.cause());
            reference(Kind.CAUSE.ref(each), "effect", Kind.OBJECTIVE, each.effect());
        }
    }

    private void reference(String of, String field, Kind<?> kind, @Nullable String wanted) {
        if (wanted != null && parts.find(kind, wanted) == null) {
            errors.add(parts.at(of) + "." + field, "key-here", kind.section());
        }
    }

    private void rings() {
        Rings plans = new Rings();
        for (Plan plan : parts.all(Kind.PLAN)) {
            plans.add(plan.key(), plan.parent(), parts.at(plan.key()) + ".parent");
        }
        plans.longest(LONGEST, errors);
        Rings objectives = new Rings();
        Rings counted = new Rings();
        for (Objective each : parts.all(Kind.OBJECTIVE)) {
            String at = parts.at(each.key()) + ".parent";
            objectives.add(each.key(), each.parent(), at);
            counted.add(each.key(), each.parent(), at);
        }
        objectives.longest(DEEPEST, errors);
        for (Contribution each : parts.all(Kind.CONTRIBUTION)) {
            counted.add(each.from(), each.to(), parts.at(Kind.CONTRIBUTION.ref(each)) + ".to");
        }
        counted.longest(LONGEST, errors);
        Rings causes = new Rings();
        for (Cause each : parts.all(Kind.CAUSE)) {
            causes.add(each.cause(), each.effect(), parts.at(Kind.CAUSE.ref(each)) + ".effect");
        }
        causes.longest(LONGEST, errors);
        Rings computed = new Rings();
        for (Kpi kpi : parts.all(Kind.KPI)) {
            if (kpi.source() instanceof KpiSource.Formula source) {
                String at = parts.at(kpi.key()) + ".source.formula";
                inputs(source).forEach(from -> computed.add(kpi.key(), from, at));
            }
        }
        computed.longest(LONGEST, errors);
    }

    /** The KPIs that a formula names. */
    private static Set<String> inputs(KpiSource.Formula source) {
        try {
            return Formula.parse(source.formula()).keys();
        } catch (FormulaException e) {
            throw new IllegalStateException("a formula that was read before: " + source.formula(), e);
        }
    }

    private void doubles() {
        Set<Object> known = new HashSet<>();
        for (WorkLink link : parts.all(Kind.LINK)) {
            LinkTarget target = link.target();
            Object what = target.id() == null ? target.ref() : target.id();
            once(known, List.of(link.objective(), target.kind(), what), Kind.LINK.ref(link), "target");
        }
        for (Contribution each : parts.all(Kind.CONTRIBUTION)) {
            once(known, List.of("contribution", each.from(), each.to()), Kind.CONTRIBUTION.ref(each), "to");
        }
        for (Cause each : parts.all(Kind.CAUSE)) {
            once(known, List.of("cause", each.cause(), each.effect()), Kind.CAUSE.ref(each), "effect");
        }
    }

    private void once(Set<Object> known, List<Object> what, String ref, String field) {
        if (!known.add(what)) {
            errors.add(parts.at(ref) + "." + field, "twice", what);
        }
    }
}

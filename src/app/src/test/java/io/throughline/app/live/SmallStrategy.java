package io.throughline.app.live;

import io.throughline.app.store.InMemoryStrategyStore;
import io.throughline.app.store.Kind;
import io.throughline.app.store.StrategyStore;
import io.throughline.core.strategy.Actual;
import io.throughline.core.strategy.Attestation;
import io.throughline.core.strategy.Direction;
import io.throughline.core.strategy.Exemption;
import io.throughline.core.strategy.Frequency;
import io.throughline.core.strategy.Indicator;
import io.throughline.core.strategy.Kpi;
import io.throughline.core.strategy.KpiSource;
import io.throughline.core.strategy.LinkTarget;
import io.throughline.core.strategy.Objective;
import io.throughline.core.strategy.ObjectiveState;
import io.throughline.core.strategy.Perspective;
import io.throughline.core.strategy.Plan;
import io.throughline.core.strategy.PlanState;
import io.throughline.core.strategy.Point;
import io.throughline.core.strategy.SizeMeasure;
import io.throughline.core.strategy.Theme;
import io.throughline.core.strategy.Thresholds;
import io.throughline.core.strategy.WorkLink;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A store with one plan of 2026, one theme and two objectives; written by "pmo" at noon of 2 March. */
public final class SmallStrategy {
    public static final Instant THEN = Instant.parse("2026-03-02T12:00:00Z");
    private static final Perspective PROCESS = Perspective.PROCESS;

    public final StrategyStore store = new InMemoryStrategyStore(Clock.fixed(THEN, ZoneOffset.UTC));

    public SmallStrategy() {
        store.write("pmo", draft -> {
            draft.nextNumber(Kind.PLAN);
            draft.put(plan("PLAN-1", PlanState.ACTIVE, SizeMeasure.COUNT));
            draft.put(new Theme("TH-1", "PLAN-1", "Travel without friction", null, null, 1, 0, 1));
            draft.put(objective("OBJ-1", "Passengers know before they ask"));
            draft.put(objective("OBJ-2", "One ticket for the whole journey"));
            return "";
        });
    }

    private static Plan plan(String key, PlanState state, SizeMeasure measure) {
        LocalDate start = LocalDate.parse("2026-01-01");
        LocalDate end = LocalDate.parse("2026-12-31");
        Thresholds thresholds = new Thresholds(0.9, 0.7);
        return new Plan(key, "Strategy 2026", null, null, start, end, state, null, measure, null, thresholds, null, 1);
    }

    private static Objective objective(String key, String name) {
        return objective(key, name, ObjectiveState.ACTIVE);
    }

    private static Objective objective(String key, String name, ObjectiveState state) {
        return objective(key, "TH-1", name, state);
    }

    private static Objective objective(String key, String theme, String name, ObjectiveState state) {
        return new Objective(key, theme, null, name, null, null, PROCESS, 1, null, null, state, 0, 1);
    }

    /** PLAN-2 with the objective OBJ-3, in another measure. */
    public SmallStrategy anotherPlan(SizeMeasure measure) {
        store.write("pmo", draft -> {
            draft.put(plan("PLAN-2", PlanState.ACTIVE, measure));
            draft.put(new Theme("TH-2", "PLAN-2", "Trains on time", null, null, 1, 0, 1));
            return draft.put(objective("OBJ-3", "TH-2", "No signal fails", ObjectiveState.ACTIVE));
        });
        return this;
    }

    /** PLAN-1 in another measure. */
    public SmallStrategy measureIn(SizeMeasure measure) {
        store.write("pmo", draft -> draft.put(plan("PLAN-1", PlanState.ACTIVE, measure)));
        return this;
    }

    /** KPI-1 of an objective: from 10 to 90 in 2025, so that its last value covers its target and is never stale. */
    public SmallStrategy measure(String objective) {
        store.write(
                "pmo",
                draft -> draft.put(new Kpi(
                        "KPI-1",
                        objective,
                        "Told in time",
                        null,
                        null,
                        Direction.INCREASE,
                        new Point(LocalDate.parse("2025-01-01"), 10),
                        new Point(LocalDate.parse("2025-12-31"), 90),
                        List.of(),
                        null,
                        Frequency.QUARTERLY,
                        1,
                        false,
                        Indicator.LAGGING,
                        null,
                        Attestation.NONE,
                        new KpiSource.Manual(),
                        1)));
        return this;
    }

    /** Enters or corrects a value of KPI-1. */
    public SmallStrategy value(String lastDay, double value) {
        LocalDate period = LocalDate.parse(lastDay);
        store.write(
                "pmo",
                draft -> draft.put(new Actual("KPI-1", period, value, null, "pmo", draft.now(), null, null, null, 1)));
        return this;
    }

    public SmallStrategy renameTheme(String name) {
        store.write("pmo", draft -> draft.put(new Theme("TH-1", "PLAN-1", name, null, null, 1, 0, 1)));
        return this;
    }

    public SmallStrategy rename(String objective, String name) {
        store.write("pmo", draft -> draft.put(objective(objective, name)));
        return this;
    }

    public SmallStrategy achieve(String objective) {
        store.write("pmo", draft -> draft.put(objective(objective, "Achieved", ObjectiveState.ACHIEVED)));
        return this;
    }

    public SmallStrategy closePlan() {
        store.write("pmo", draft -> draft.put(plan("PLAN-1", PlanState.CLOSED, SizeMeasure.COUNT)));
        return this;
    }

    public SmallStrategy linkIssue(String objective, String key, long id) {
        return link(objective, LinkTarget.issue(key, id));
    }

    public SmallStrategy linkProject(String objective, String key, long id) {
        return link(objective, LinkTarget.project(key, id));
    }

    public SmallStrategy linkQuery(String objective, String jql) {
        return link(objective, LinkTarget.jql(jql));
    }

    public SmallStrategy exempt(Exemption.Kind kind, String ref, @Nullable Long target, String reason) {
        store.write(
                "pmo",
                draft -> draft.put(new Exemption(
                        draft.nextNumber(Kind.EXEMPTION), kind, ref, target, reason, "pmo", draft.now(), null, 1)));
        return this;
    }

    private SmallStrategy link(String objective, LinkTarget target) {
        store.write(
                "pmo",
                draft -> draft.put(new WorkLink(draft.nextNumber(Kind.LINK), objective, target, null, draft.now(), 1)));
        return this;
    }
}

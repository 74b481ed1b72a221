package io.throughline.core;

import io.throughline.core.delivery.DeliveryBlock;
import io.throughline.core.measures.OutcomeBlock;
import io.throughline.core.measures.OutcomeHealth;
import io.throughline.core.orphans.Exempting;
import io.throughline.core.scorecard.KeptBlocks;
import io.throughline.core.scorecard.Moment;
import io.throughline.core.scorecard.Scoring;
import io.throughline.core.scorecard.Signal;
import io.throughline.core.scorecard.SignalKind;
import io.throughline.core.scorecard.SignalReason;
import io.throughline.core.strategy.Actual;
import io.throughline.core.strategy.Attestation;
import io.throughline.core.strategy.Contribution;
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
import io.throughline.core.strategy.StrategyModel;
import io.throughline.core.strategy.Theme;
import io.throughline.core.strategy.Thresholds;
import io.throughline.core.strategy.WorkLink;
import io.throughline.core.work.QueryMembers;
import io.throughline.core.work.StatusCategory;
import io.throughline.core.work.WorkIndex;
import io.throughline.core.work.WorkItem;
import io.throughline.core.work.WorkRules;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** A small strategy and its work, written down in the order of a test's story; everything has a plain default. */
public final class World {
    /** Few positions at a time, so that even a small world is worked out by several hands. */
    private static final int PORTION = 3;

    public static final LocalDate START = LocalDate.parse("2026-01-01");
    public static final LocalDate END = LocalDate.parse("2026-12-31");
    public static final Instant THEN = Instant.parse("2026-01-05T10:00:00Z");

    public final List<Plan> plans = new ArrayList<>();
    public final List<Theme> themes = new ArrayList<>();
    public final List<Objective> objectives = new ArrayList<>();
    public final List<WorkLink> links = new ArrayList<>();
    public final List<Contribution> contributions = new ArrayList<>();
    public final List<Kpi> kpis = new ArrayList<>();
    public final List<Actual> actuals = new ArrayList<>();
    public final Map<Long, WorkItem> items = new HashMap<>();
    public final Map<Long, long[]> members = new HashMap<>();
    public final List<Exemption> exemptions = new ArrayList<>();
    public final Map<Long, long[]> exempted = new HashMap<>();
    public final Map<String, KeptBlocks> achieved = new HashMap<>();
    public WorkRules rules = WorkRules.defaults();
    public LocalDate today = LocalDate.parse("2026-07-02");
    public ZoneId zone = ZoneOffset.UTC;

    public World plan(String key) {
        return plan(key, SizeMeasure.COUNT, null);
    }

    public World plan(String key, SizeMeasure measure, Double defaultSize) {
        return plan(key, PlanState.ACTIVE, measure, defaultSize);
    }

    public World plan(String key, PlanState state, SizeMeasure measure, Double defaultSize) {
        plans.add(new Plan(
                key, key, null, null, START, END, state, null, measure, defaultSize, Thresholds.DEFAULT, null, 1));
        return this;
    }

    public World theme(String key, String plan) {
        return theme(key, plan, 1);
    }

    public World theme(String key, String plan, double weight) {
        themes.add(new Theme(key, plan, key, null, null, weight, themes.size(), 1));
        return this;
    }

    public World objective(String key, String above) {
        return objective(key, above, 1, ObjectiveState.ACTIVE);
    }

    public World objective(String key, String above, double weight, ObjectiveState state) {
        return objective(key, above, weight, state, null, null);
    }

    public World objective(
            String key, String above, double weight, ObjectiveState state, LocalDate start, LocalDate due) {
        boolean underTheme = above.startsWith("TH-");
        objectives.add(new Objective(
                key,
                underTheme ? above : null,
                underTheme ? null : above,
                key,
                null,
                null,
                Perspective.PROCESS,
                weight,
                start,
                due,
                state,
                objectives.size(),
                1));
        return this;
    }

    /** Plan PLAN-1 with theme TH-1 and one objective OBJ-1. */
    public static World small() {
        return new World().plan("PLAN-1").theme("TH-1", "PLAN-1").objective("OBJ-1", "TH-1");
    }

    public World linkIssue(String objective, long issue) {
        return link(objective, LinkTarget.issue("A-" + issue, issue), null);
    }

    public World linkProject(String objective, long project) {
        return link(objective, LinkTarget.project("P" + project, project), null);
    }

    public World linkQuery(String objective, long... found) {
        members.put(links.size() + 1L, found);
        return link(objective, LinkTarget.jql("query " + (links.size() + 1)), null);
    }

    public World link(String objective, LinkTarget target, Double weight) {
        links.add(new WorkLink(links.size() + 1L, objective, target, weight, THEN, 1));
        return this;
    }

    /** An exemption without an end; for LABEL and JQL {@code found} are the issues that match. */
    public World exempt(Exemption.Kind kind, String ref, Long target, long... found) {
        return exempt(kind, ref, target, null, found);
    }

    public World exempt(Exemption.Kind kind, String ref, Long target, LocalDate expires, long... found) {
        long id = exemptions.size() + 1L;
        exemptions.add(new Exemption(id, kind, ref, target, "run", "pmo", THEN, expires, 1));
        if (kind.isSearched()) {
            exempted.put(id, found);
        }
        return this;
    }

    /** What is exempt today. */
    public Exempting exempting() {
        return new Exempting(exemptions, exempted::get, today);
    }

    public World contribution(String from, String to, double weight) {
        contributions.add(new Contribution(contributions.size() + 1L, from, to, weight, 1));
        return this;
    }

    /** Keeps blocks for an achieved objective; outcome and signal say nothing. */
    public World keep(String objective, DeliveryBlock delivery) {
        return keep(objective, delivery, new OutcomeBlock(null, null, null, OutcomeHealth.UNKNOWN, 0, 0, 0));
    }

    public World keep(String objective, DeliveryBlock delivery, OutcomeBlock outcome) {
        Signal signal = new Signal(SignalKind.BLIND, SignalReason.NO_KPI, Map.of());
        achieved.put(objective, new KeptBlocks(delivery, outcome, signal));
        return this;
    }

    /** A monthly KPI of weight 1 from 0 on the first to 100 on the last day of the year. */
    public World kpi(String key, String objective) {
        kpis.add(kpiOf(key, objective, 1, false));
        return this;
    }

    public World kpi(String key, String objective, double weight, boolean critical) {
        kpis.add(kpiOf(key, objective, weight, critical));
        return this;
    }

    /** A KPI like the others that is computed. */
    public World computed(String key, String objective, Frequency frequency, String formula) {
        Kpi plain = kpiOf(key, objective, 1, false);
        kpis.add(with(plain, frequency, new KpiSource.Formula(formula)));
        return this;
    }

    public World measured(String key, String objective, Frequency frequency) {
        kpis.add(with(kpiOf(key, objective, 1, false), frequency, new KpiSource.Manual()));
        return this;
    }

    private static Kpi with(Kpi plain, Frequency frequency, KpiSource source) {
        return new Kpi(
                plain.key(),
                plain.objective(),
                plain.name(),
                null,
                null,
                plain.direction(),
                plain.baseline(),
                plain.target(),
                List.of(),
                null,
                frequency,
                plain.weight(),
                plain.critical(),
                plain.indicator(),
                null,
                plain.attestation(),
                source,
                1);
    }

    public static Kpi kpiOf(String key, String objective, double weight, boolean critical) {
        return new Kpi(
                key,
                objective,
                key,
                null,
                null,
                Direction.INCREASE,
                new Point(START, 0),
                new Point(END, 100),
                List.of(),
                null,
                Frequency.MONTHLY,
                weight,
                critical,
                Indicator.LAGGING,
                null,
                Attestation.NONE,
                new KpiSource.Manual(),
                1);
    }

    public World actual(String kpi, String period, double value) {
        actuals.add(new Actual(kpi, LocalDate.parse(period), value, null, "pmo", THEN, null, null, null, 1));
        return this;
    }

    public World epic(long id, long parent, StatusCategory category) {
        return put(item(id, "Epic", parent, category));
    }

    public World story(long id, long parent, StatusCategory category) {
        return put(item(id, "Story", parent, category));
    }

    public World put(Item item) {
        items.put(item.id, item.build());
        return this;
    }

    public static Item item(long id, String type, long parent, StatusCategory category) {
        return new Item(id, type, parent, category);
    }

    /** An issue in the making: project 1, no size, updated at {@link #THEN}. */
    public static final class Item {
        private final long id;
        private final String type;
        private final long parent;
        private final StatusCategory category;
        private long project = 1;
        private String resolution;
        private Double points;
        private Long seconds;
        private Instant resolved;
        private boolean archived;

        private Item(long id, String type, long parent, StatusCategory category) {
            this.id = id;
            this.type = type;
            this.parent = parent;
            this.category = category;
        }

        public Item project(long given) {
            project = given;
            return this;
        }

        public Item resolution(String given) {
            resolution = given;
            return this;
        }

        public Item points(Double given) {
            points = given;
            return this;
        }

        public Item seconds(Long given) {
            seconds = given;
            return this;
        }

        public Item resolved(Instant given) {
            resolved = given;
            return this;
        }

        public Item archived() {
            archived = true;
            return this;
        }

        public WorkItem build() {
            boolean subTask = "Sub-task".equals(type);
            return new WorkItem(
                    id,
                    "A-" + id,
                    project,
                    "P" + project,
                    type,
                    subTask,
                    parent,
                    category,
                    resolution,
                    points,
                    seconds,
                    THEN,
                    resolved,
                    archived,
                    null);
        }
    }

    public StrategyModel model() {
        return StrategyModel.builder(1)
                .plans(plans)
                .themes(themes)
                .objectives(objectives)
                .links(links)
                .contributions(contributions)
                .kpis(kpis)
                .actuals(actuals)
                .build();
    }

    /** The same content, every list in another order. */
    public World shuffled(long seed) {
        World other = new World();
        other.plans.addAll(plans);
        other.themes.addAll(themes);
        other.objectives.addAll(objectives);
        other.links.addAll(links);
        other.contributions.addAll(contributions);
        other.kpis.addAll(kpis);
        other.actuals.addAll(actuals);
        Random random = new Random(seed);
        List.of(
                        other.plans,
                        other.themes,
                        other.objectives,
                        other.links,
                        other.contributions,
                        other.kpis,
                        other.actuals)
                .forEach(list -> Collections.shuffle(list, random));
        other.items.putAll(items);
        other.members.putAll(members);
        other.achieved.putAll(achieved);
        other.rules = rules;
        other.today = today;
        other.zone = zone;
        return other;
    }

    public WorkIndex index() {
        WorkIndex index = new WorkIndex(PORTION);
        index.upsertAll(items.values());
        return index;
    }

    public QueryMembers queries() {
        QueryMembers found = QueryMembers.none();
        for (Map.Entry<Long, long[]> each : members.entrySet()) {
            found = found.with(each.getKey(), each.getValue(), THEN);
        }
        return found;
    }

    public Scoring scoring() {
        return scoring(index());
    }

    public Scoring scoring(WorkIndex index) {
        return new Scoring(new Moment(model(), index.view(rules), queries(), achieved, today, zone));
    }
}

package io.throughline.core;

import io.throughline.core.delivery.DeliveryBlock;
import io.throughline.core.delivery.DeliveryHealth;
import io.throughline.core.measures.OutcomeBlock;
import io.throughline.core.measures.OutcomeHealth;
import io.throughline.core.measures.Periods;
import io.throughline.core.strategy.Attestation;
import io.throughline.core.strategy.Band;
import io.throughline.core.strategy.Direction;
import io.throughline.core.strategy.Frequency;
import io.throughline.core.strategy.Indicator;
import io.throughline.core.strategy.Kpi;
import io.throughline.core.strategy.KpiSource;
import io.throughline.core.strategy.LinkTarget;
import io.throughline.core.strategy.ObjectiveState;
import io.throughline.core.strategy.PlanState;
import io.throughline.core.strategy.Point;
import io.throughline.core.strategy.SizeMeasure;
import io.throughline.core.work.StatusCategory;
import io.throughline.core.work.WorkItem;
import io.throughline.core.work.WorkRules;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Worlds that a seed makes: small, crowded and full of the cases that a careless reading gets wrong. */
public final class RandomWorld {
    private static final List<String> TYPES =
            List.of("Story", "Story", "Story", "Bug", "Epic", "Epic", "Initiative", "Feature", "Sub-task", "Sub-task");
    private static final ObjectiveState[] STATES = {
        ObjectiveState.ACTIVE,
        ObjectiveState.ACTIVE,
        ObjectiveState.ACTIVE,
        ObjectiveState.ACTIVE,
        ObjectiveState.ACHIEVED,
        ObjectiveState.DRAFT,
        ObjectiveState.ABANDONED
    };
    private static final double[] POINTS = {0, 0.1, 0.5, 1, 2, 3, 5, 8, 13, -1, 1.0 / 8};

    private final Random random;
    private final World world = new World();
    private final int issues;
    private int objectives;

    private RandomWorld(long seed) {
        random = new Random(seed);
        issues = random.nextInt(120);
    }

    public static World of(long seed) {
        RandomWorld maker = new RandomWorld(seed);
        maker.make();
        return maker.world;
    }

    private void make() {
        world.rules =
                new WorkRules(Map.of("Epic", 1, "Feature", 1, "Initiative", 2), WorkRules.DEFAULT_CANCELLED, 1, 28800);
        world.today = LocalDate.of(2026, 1, 1).plusDays(random.nextInt(400) - 10);
        int plans = 1 + random.nextInt(3);
        for (int plan = 1; plan <= plans; plan++) {
            PlanState state = random.nextInt(5) == 0 ? PlanState.DRAFT : PlanState.ACTIVE;
            Double size = random.nextInt(3) == 0 ? (Double) (double) random.nextInt(4) : null;
            world.plan("PLAN-" + plan, state, pick(SizeMeasure.values()), size);
            for (int theme = 0; theme < 1 + random.nextInt(2); theme++) {
                String key = "TH-" + (world.themes.size() + 1);
                world.theme(key, "PLAN-" + plan, 1 + random.nextInt(4));
                for (int objective = 0; objective < random.nextInt(4); objective++) {
                    objective(key, 0);
                }
            }
        }
        for (int id = 1; id <= issues; id++) {
            world.items.put((long) id, issue(id));
        }
        objectives = world.objectives.size();
        if (objectives > 0) {
            links();
            contributions();
            kpis();
        }
    }

    private void objective(String above, int depth) {
        String key = "OBJ-" + (world.objectives.size() + 1);
        ObjectiveState state = pick(STATES);
        world.objective(key, above, (1 + random.nextInt(6)) / 2.0, state, date(), date());
        if (state == ObjectiveState.ACHIEVED && random.nextBoolean()) {
            double progress = random.nextInt(11) / 10.0;
            DeliveryBlock delivery = new DeliveryBlock(
                    10, 10 * progress, 0, progress, 0.5, progress / 0.5, DeliveryHealth.ON_TRACK, 10, 0, 0);
            world.keep(key, delivery, new OutcomeBlock(progress, null, progress, OutcomeHealth.AMBER, 0.75, 1, 2));
        }
        for (int below = 0; depth < 3 && below < random.nextInt(3); below++) {
            objective(key, depth + 1);
        }
    }

    private LocalDate date() {
        return random.nextInt(3) > 0 ? null : LocalDate.of(2026, 1, 1).plusDays(random.nextInt(365));
    }

    public WorkItem issue(long id) {
        return issue(random, id, issues);
    }

    /** An issue with any type, parent (missing, stale or good), state and size. */
    public static WorkItem issue(Random random, long id, int issues) {
        StatusCategory category = StatusCategory.values()[random.nextInt(3)];
        World.Item item = World.item(
                        id,
                        TYPES.get(random.nextInt(TYPES.size())),
                        random.nextInt(4) == 0 ? 0 : 1 + random.nextInt(issues + 3),
                        category)
                .project(1 + random.nextInt(3));
        if (random.nextInt(3) > 0) {
            item.points(POINTS[random.nextInt(POINTS.length)]);
        }
        if (random.nextInt(3) > 0) {
            item.seconds(3600L * (random.nextInt(10) - 1));
        }
        if (random.nextInt(4) == 0) {
            item.resolution(List.of("Won't Do", "duplicate", "Fixed", "Done").get(random.nextInt(4)));
        }
        if (category == StatusCategory.DONE) {
            item.resolved(World.THEN.plusSeconds(random.nextInt(86_400 * 300)));
        }
        if (random.nextInt(10) == 0) {
            item.archived();
        }
        return item.build();
    }

    private void links() {
        int count = random.nextInt(15);
        for (int link = 0; link < count; link++) {
            String objective = "OBJ-" + (1 + random.nextInt(objectives));
            Double weight = random.nextInt(5) == 0 ? (Double) (1.0 + random.nextInt(3)) : null;
            int kind = random.nextInt(6);
            if (kind < 3) {
                long issue = 1 + random.nextInt(issues + 2);
                world.link(objective, LinkTarget.issue("A-" + issue, issue), weight);
            } else if (kind == 3) {
                long project = 1 + random.nextInt(4);
                world.link(objective, LinkTarget.project("P" + project, project), weight);
            } else if (kind == 4) {
                world.link(objective, LinkTarget.issue("GONE-1", null), weight);
            } else {
                world.link(objective, LinkTarget.jql("query " + link), weight);
                world.members.put(
                        (long) world.links.size(),
                        random.longs(random.nextInt(10), 1, issues + 5).toArray());
            }
        }
    }

    /** From higher to lower numbers only, as parents are: so there are no rings. */
    private void contributions() {
        for (int count = random.nextInt(4); count > 0 && objectives > 1; count--) {
            int to = 1 + random.nextInt(objectives - 1);
            int from = to + 1 + random.nextInt(objectives - to);
            world.contribution("OBJ-" + from, "OBJ-" + to, 1 + random.nextInt(3));
        }
    }

    private void kpis() {
        int count = random.nextInt(3 * objectives);
        for (int kpi = 1; kpi <= count; kpi++) {
            String key = "KPI-" + kpi;
            Frequency frequency = pick(Frequency.values());
            world.kpis.add(kpi(key, frequency));
            LocalDate period = Periods.endOf(frequency, LocalDate.of(2026, 1, 1).plusDays(random.nextInt(200)));
            for (int actual = random.nextInt(5); actual > 0; actual--) {
                world.actual(key, period.toString(), random.nextInt(160) - 30);
                period = Periods.endAfter(frequency, period);
            }
        }
    }

    private Kpi kpi(String key, Frequency frequency) {
        Direction direction = pick(Direction.values());
        boolean band = direction == Direction.MAINTAIN;
        double from = direction == Direction.INCREASE ? 0 : 100;
        LocalDate start = LocalDate.of(2026, 1, 1).plusDays(random.nextInt(60));
        LocalDate end = start.plusDays(30 + random.nextInt(300));
        List<Point> milestones = random.nextInt(3) > 0
                ? List.of()
                : List.of(
                        new Point(start.plusDays(20), 30 + random.nextInt(40)),
                        new Point(start.plusDays(10), random.nextInt(130) - 15));
        return new Kpi(
                key,
                random.nextInt(10) == 0 ? null : "OBJ-" + (1 + random.nextInt(objectives)),
                key,
                null,
                null,
                direction,
                band ? null : new Point(start, from),
                band ? null : new Point(end, 100 - from),
                milestones,
                band ? new Band(40, 60, 25) : null,
                frequency,
                (1 + random.nextInt(6)) / 2.0,
                random.nextInt(4) == 0,
                Indicator.LEADING,
                null,
                pick(Attestation.values()),
                new KpiSource.Manual(),
                1);
    }

    private <T> T pick(T[] from) {
        return from[random.nextInt(from.length)];
    }
}

package io.throughline.bench;

import io.throughline.core.strategy.LinkTarget;
import io.throughline.core.strategy.Objective;
import io.throughline.core.strategy.ObjectiveState;
import io.throughline.core.strategy.Perspective;
import io.throughline.core.strategy.Plan;
import io.throughline.core.strategy.PlanState;
import io.throughline.core.strategy.SizeMeasure;
import io.throughline.core.strategy.StrategyModel;
import io.throughline.core.strategy.Theme;
import io.throughline.core.strategy.Thresholds;
import io.throughline.core.strategy.WorkLink;
import io.throughline.core.work.StatusCategory;
import io.throughline.core.work.WorkItem;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * A seeded world in the proportions of Atlassian's enterprise data set: one project for 2,000 issues, one epic for
 * about twenty, one objective for 500 issues, one link for 50.
 */
public record World(List<WorkItem> items, List<WorkLink> links, StrategyModel strategy) {

    /** How many plans share the objectives: plan 1 measures in items, 2 in points, 3 in estimates, and so on. */
    public static final int PLANS = 20;

    private static final List<StatusCategory> CATEGORIES = List.of(StatusCategory.values());
    private static final double[] POINTS = {0.5, 1, 2, 3, 5, 8, 13};
    private static final Instant SOME_DAY = Instant.parse("2026-06-30T00:00:00Z");

    /**
     * Makes one.
     *
     * @param size how many items, at least 20
     * @param seed the same one makes the same world
     */
    public static World of(int size, long seed) {
        Random random = new Random(seed);
        int projects = Math.max(1, size / 2_000);
        List<WorkItem> items = new ArrayList<>(size);
        List<Long> epics = new ArrayList<>();
        List<Integer> epicProjects = new ArrayList<>();
        for (long id = 1; id <= size; id++) {
            boolean epic = id <= size / 20;
            int parent = random.nextInt(Math.max(1, epics.size()));
            boolean hasEpic = !epic && random.nextInt(10) < 7;
            int project = hasEpic ? epicProjects.get(parent) : random.nextInt(projects);
            if (epic) {
                epics.add(id);
                epicProjects.add(project);
            }
            items.add(item(id, project, epic, hasEpic ? epics.get(parent) : 0, random));
        }
        List<WorkLink> links = links(size, projects, epics, random);
        return new World(items, links, strategy(Math.max(1, size / 500), links));
    }

    private static WorkItem item(long id, int project, boolean epic, long parent, Random random) {
        StatusCategory category = CATEGORIES.get(random.nextInt(3));
        boolean cancelled = category == StatusCategory.DONE && random.nextInt(10) == 0;
        return new WorkItem(
                id,
                "P" + project + "-" + id,
                project + 1L,
                "P" + project,
                epic ? "Epic" : "Story",
                false,
                parent,
                category,
                cancelled ? "Won't Do" : category == StatusCategory.DONE ? "Done" : null,
                random.nextInt(4) == 0 ? null : (Double) POINTS[random.nextInt(POINTS.length)],
                random.nextInt(3) == 0 ? null : (Long) (1800L * (1 + random.nextInt(40))),
                SOME_DAY.plusSeconds(random.nextInt(10_000_000)),
                category == StatusCategory.DONE ? SOME_DAY.plusSeconds(random.nextInt(12_000_000)) : null,
                false,
                null);
    }

    /** The same issue, opened if it was done and done if it was open. */
    public static WorkItem toggled(WorkItem item) {
        boolean done = item.statusCategory() == StatusCategory.DONE;
        return new WorkItem(
                item.id(),
                item.key(),
                item.projectId(),
                item.projectKey(),
                item.issueType(),
                item.subTask(),
                item.parentId(),
                done ? StatusCategory.TO_DO : StatusCategory.DONE,
                done ? null : "Done",
                item.storyPoints(),
                item.originalEstimateSeconds(),
                item.updated().plusSeconds(60),
                done ? null : item.updated(),
                item.archived(),
                item.securityLevel());
    }

    /** The plan of an objective of this world. */
    static int planOf(int objective) {
        return 1 + (objective - 1) % PLANS;
    }

    /** The key of a plan, from 1 to {@link #PLANS}. */
    public static String plan(int number) {
        return "PLAN-" + number;
    }

    private static List<WorkLink> links(int size, int projects, List<Long> epics, Random random) {
        int objectives = Math.max(1, size / 500);
        List<WorkLink> links = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        long id = 1;
        for (int n = 0; n < size / 50; n++) {
            String objective = "OBJ-" + (1 + random.nextInt(objectives));
            int kind = random.nextInt(100);
            LinkTarget target;
            if (kind < 3) {
                int project = random.nextInt(projects);
                target = LinkTarget.project("P" + project, project + 1L);
            } else {
                long issue = kind < 60 ? epics.get(random.nextInt(epics.size())) : 1L + random.nextInt(size);
                target = LinkTarget.issue("I-" + issue, issue);
            }
            if (seen.add(objective + target)) {
                links.add(new WorkLink(id++, objective, target, null, SOME_DAY, 1));
            }
        }
        return links;
    }

    private static StrategyModel strategy(int objectives, List<WorkLink> links) {
        LocalDate start = LocalDate.of(2026, 1, 1);
        LocalDate end = LocalDate.of(2028, 12, 31);
        List<Plan> plans = new ArrayList<>();
        List<Theme> themes = new ArrayList<>();
        SizeMeasure[] measures = SizeMeasure.values();
        for (int n = 1; n <= PLANS; n++) {
            plans.add(new Plan(
                    plan(n),
                    "Plan",
                    null,
                    null,
                    start,
                    end,
                    PlanState.ACTIVE,
                    null,
                    measures[n % measures.length],
                    null,
                    Thresholds.DEFAULT,
                    null,
                    1));
            for (int theme = 0; theme < 5; theme++) {
                themes.add(new Theme("TH-" + (n + theme * PLANS), plan(n), "Theme", null, null, 1, theme, 1));
            }
        }
        List<Objective> all = new ArrayList<>();
        for (int n = 1; n <= objectives; n++) {
            all.add(new Objective(
                    "OBJ-" + n,
                    "TH-" + (1 + (n - 1) % (PLANS * 5)),
                    null,
                    "Objective",
                    null,
                    null,
                    Perspective.PROCESS,
                    1,
                    null,
                    null,
                    ObjectiveState.ACTIVE,
                    n,
                    1));
        }
        return StrategyModel.builder(1)
                .plans(plans)
                .themes(themes)
                .objectives(all)
                .links(links)
                .build();
    }
}

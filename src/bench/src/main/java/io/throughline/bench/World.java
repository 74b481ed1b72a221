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
import java.util.List;
import java.util.Random;

/**
 * A seeded world in the proportions of Atlassian's enterprise data set: one project for 2,000 issues, one epic for
 * about twenty, one objective for 500 issues, one link for 50.
 */
record World(List<WorkItem> items, List<WorkLink> links, StrategyModel strategy) {

    static final String PLAN = "PLAN-1";
    private static final Instant SOME_DAY = Instant.parse("2026-06-30T00:00:00Z");

    static World of(int size, long seed) {
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
        StatusCategory category = StatusCategory.values()[random.nextInt(3)];
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
                null,
                null,
                SOME_DAY,
                null,
                false,
                null);
    }

    private static List<WorkLink> links(int size, int projects, List<Long> epics, Random random) {
        int objectives = Math.max(1, size / 500);
        List<WorkLink> links = new ArrayList<>();
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
            boolean twice = links.stream()
                    .skip(Math.max(0, links.size() - 2_000))
                    .anyMatch(link ->
                            link.objective().equals(objective) && link.target().equals(target));
            if (!twice) {
                links.add(new WorkLink(id++, objective, target, null, SOME_DAY, 1));
            }
        }
        return links;
    }

    private static StrategyModel strategy(int objectives, List<WorkLink> links) {
        LocalDate start = LocalDate.of(2026, 1, 1);
        LocalDate end = LocalDate.of(2028, 12, 31);
        List<Theme> themes = new ArrayList<>();
        for (int n = 1; n <= Math.max(1, objectives / 20); n++) {
            themes.add(new Theme("TH-" + n, PLAN, "Theme", null, null, 1, n, 1));
        }
        List<Objective> all = new ArrayList<>();
        for (int n = 1; n <= objectives; n++) {
            all.add(new Objective(
                    "OBJ-" + n,
                    themes.get((n - 1) % themes.size()).key(),
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
        Plan plan = new Plan(
                PLAN,
                "Plan",
                null,
                null,
                start,
                end,
                PlanState.ACTIVE,
                null,
                SizeMeasure.COUNT,
                null,
                Thresholds.DEFAULT,
                null,
                1);
        return StrategyModel.builder(1)
                .plans(List.of(plan))
                .themes(themes)
                .objectives(all)
                .links(links)
                .build();
    }
}

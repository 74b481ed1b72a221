package io.throughline.app.it;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** A strategy of any size as a document to import. One of each made by REST shows what a document holds; the others are like it. */
final class LargeDocument {
    private static final YearMonth FIRST = YearMonth.of(2025, 1);
    /** Of the host's synthetic world: a project's first two are initiatives, the next hundred epics. */
    private static final int ISSUES_PER_PROJECT = 2_000;

    private static final int INITIATIVES = 2;
    private static final int EPICS = 100;

    private final ObjectNode document;
    private int plans;
    private int themes;
    private int objectives;

    LargeDocument(Caller admin) throws Exception {
        admin.create(Caller.STRATEGY + "/plans", "{'name':'Large','start':'2025-01-01','end':'2027-12-31'}");
        admin.create(Caller.STRATEGY + "/themes", "{'plan':'PLAN-1','name':'Theme'}");
        admin.create(Caller.STRATEGY + "/objectives", "{'theme':'TH-1','name':'Objective'}");
        admin.create(
                Caller.STRATEGY + "/kpis",
                "{'objective':'OBJ-1','name':'KPI','direction':'INCREASE','baseline':{'value':0,'date':'2025-01-01'},"
                        + "'target':{'value':100,'date':'2027-12-31'}}");
        admin.create(Caller.STRATEGY + "/kpis/KPI-1/actuals", "{'period':'2025-01-31','value':1}");
        document = (ObjectNode) admin.get(Caller.STRATEGY + "/export");
        document.remove(List.of("log", "head"));
    }

    LargeDocument plans(int count) {
        plans = count;
        repeat("plans", count, (plan, number) -> plan.put("key", "PLAN-" + (number + 1)));
        return this;
    }

    LargeDocument themes(int count) {
        themes = count;
        repeat(
                "themes",
                count,
                (theme, number) -> theme.put("key", "TH-" + (number + 1)).put("plan", "PLAN-" + (1 + number % plans)));
        return this;
    }

    LargeDocument objectives(int count) {
        objectives = count;
        repeat(
                "objectives",
                count,
                (objective, number) -> objective
                        .put("key", "OBJ-" + (number + 1))
                        .put("name", "Objective number " + (number + 1))
                        .put("theme", "TH-" + (1 + (number + 1) % themes)));
        return this;
    }

    LargeDocument kpis(int count, int periods) {
        repeat(
                "kpis",
                count,
                (kpi, number) -> kpi.put("key", "KPI-" + (number + 1))
                        .put("name", "KPI number " + (number + 1))
                        .put("objective", "OBJ-" + (1 + (number + 1) % objectives)));
        repeat(
                "actuals",
                count * periods,
                (actual, number) -> actual.put("kpi", "KPI-" + (1 + number / periods))
                        .put("period", period(number % periods).toString())
                        .put("value", number % periods * 3.1));
        return this;
    }

    /**
     * Links into the host's synthetic world, spread at random, the same each time: of a hundred 57 to epics, 3 to projects,
     * the rest to any other issues.
     */
    LargeDocument links(Caller admin, int count, int projects) throws Exception {
        long firstIssue = admin.get("/rest/api/2/issue/SY1-1").get("id").asLong();
        Map<String, Long> projectIds = new HashMap<>();
        admin.get("/rest/api/2/project")
                .forEach(project -> projectIds.put(
                        project.get("key").asText(), project.get("id").asLong()));
        ArrayNode links = document.putArray("links");
        Random random = new Random(7);
        Set<String> there = new HashSet<>();
        while (links.size() < count) {
            String objective = "OBJ-" + (1 + random.nextInt(objectives));
            String project = "SY" + (1 + random.nextInt(projects));
            int kind = links.size() % 100;
            int place = kind < 60
                    ? INITIATIVES + 1 + random.nextInt(EPICS)
                    : INITIATIVES + EPICS + 1 + random.nextInt(ISSUES_PER_PROJECT - INITIATIVES - EPICS);
            String ref = kind < 3 ? project : project + "-" + place;
            if (!there.add(objective + " " + ref)) {
                continue;
            }
            int before = Integer.parseInt(project.substring(2)) - 1;
            ObjectNode link = links.addObject().put("id", links.size()).put("objective", objective);
            link.putObject("target")
                    .put("kind", kind < 3 ? "PROJECT" : "ISSUE")
                    .put("ref", ref)
                    .put(
                            "id",
                            kind < 3
                                    ? projectIds.get(project)
                                    : firstIssue + (long) before * ISSUES_PER_PROJECT + place - 1);
            link.putNull("weight").put("created", "2026-01-01T00:00:00Z").put("version", 1);
        }
        return this;
    }

    private interface Variation {
        void make(ObjectNode like, int number);
    }

    private void repeat(String section, int times, Variation variation) {
        ObjectNode like = (ObjectNode) document.get(section).get(0);
        ArrayNode all = document.putArray(section);
        for (int number = 0; number < times; number++) {
            ObjectNode next = like.deepCopy();
            variation.make(next, number);
            if (next.has("position")) {
                next.put("position", (number + 1) * 100);
            }
            all.add(next);
        }
    }

    private static LocalDate period(int number) {
        return FIRST.plusMonths(number).atEndOfMonth();
    }

    @Override
    public String toString() {
        return document.toString();
    }
}

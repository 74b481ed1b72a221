package io.throughline.app.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * Three plans in three measures over a real export, with every kind of link, given weights, sub-objectives, a
 * contribution, cancelled work and objectives that take no part; every number is compared with an outside reading.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OutsideReadingIT {
    private static final long SEED = 20261122;
    private static final LocalDate TODAY = LocalDate.now();
    private static final List<String> QUERIES = List.of(
            "project = TIMOB AND component = iOS AND issuetype in (Bug, Story)",
            "project = TIMOB AND component = Android ORDER BY key",
            "issuetype = Story AND statusCategory != Done",
            "project = TIMOB AND text ~ \"build\"",
            "issuetype = Epic AND resolution = Fixed",
            "project = OPS OR key in (INI-1, INI-2)");

    @TempDir
    static Path folder;

    private final Random random = new Random(SEED);
    private final List<String> epics = new ArrayList<>();
    private final List<String> standard = new ArrayList<>();
    private final List<String> plans = new ArrayList<>();
    private Products products;
    private Caller admin;
    private Caller pmo;

    @BeforeAll
    void buildThreePlans() throws Exception {
        Path export = RealData.file("titanium-agile-json/issues-hierarchy.jsonl.gz");
        products = Products.jira(folder.resolve("data"), "--import", export.toString());
        admin = products.jiraAs("admin");
        pmo = products.jiraAs("pmo");
        shapeTheWork();
        for (String measure : List.of("COUNT", "STORY_POINTS", "ORIGINAL_ESTIMATE")) {
            plans.add(plan(measure));
        }
        contribute();
        await();
    }

    @AfterAll
    void stop() throws Exception {
        if (products != null) {
            products.close();
        }
    }

    private void put(String issue, String fields) throws Exception {
        Caller.Answer answer =
                admin.send("PUT", "/rest/api/2/issue/" + issue, ("{'fields':" + fields + "}").replace('\'', '"'));
        assertThat(answer.status()).as(answer.body()).isEqualTo(204);
    }

    /** The export has neither points nor estimates nor anything above epics: some are given here, over Jira's REST. */
    private void shapeTheWork() throws Exception {
        Map<String, String> ids = new HashMap<>();
        admin.get("/rest/api/2/field")
                .forEach(field ->
                        ids.put(field.get("name").asText(), field.get("id").asText()));
        admin.search("issuetype = Epic ORDER BY key", 200)
                .get("issues")
                .forEach(each -> epics.add(each.get("key").asText()));
        admin.search("issuetype not in (Epic, Sub-task) ORDER BY key", 1000)
                .get("issues")
                .forEach(each -> standard.add(each.get("key").asText()));
        for (String project : List.of("INI", "OPS")) {
            admin.create("/rest/api/2/project", "{'key':'" + project + "','name':'" + project + "','lead':'admin'}");
        }
        for (int i = 1; i <= 3; i++) {
            issue("INI", "Initiative");
        }
        for (int i = 0; i < 18; i++) {
            put(epics.get(5 * i), "{'" + ids.get("Parent Link") + "':'INI-" + (1 + i % 3) + "'}");
        }
        put(epics.get(1), "{'" + ids.get("Parent Link") + "':'" + epics.get(2) + "'}"); // no higher level: stale
        for (int i = 1; i <= 10; i++) {
            issue("OPS", i % 4 == 0 ? "Bug" : "Story");
            if (i % 2 == 0) {
                put("OPS-" + i, "{'" + ids.get("Epic Link") + "':'" + epics.get(5 * i) + "'}");
            }
        }
        double[] points = {0, 0.5, 1, 2, 3, 5, 8, 13};
        for (int i = 0; i < 160; i++) {
            String key = standard.get((i * 7) % standard.size());
            put(key, "{'" + ids.get("Story Points") + "':" + points[random.nextInt(points.length)] + "}");
            put(key, "{'timeoriginalestimate':" + 900 * random.nextInt(60) + "}");
        }
    }

    private void issue(String project, String type) throws Exception {
        admin.create(
                "/rest/api/2/issue",
                "{'fields':{'project':{'key':'" + project + "'},'summary':'Made here','issuetype':{'name':'" + type
                        + "'}}}");
    }

    private String create(String path, String body) throws Exception {
        return pmo.create(Caller.STRATEGY + path, body).get("key").asText();
    }

    /** 24 objectives: 16 under two themes, 8 below them; one is a draft, one abandoned, one achieved. */
    private String plan(String measure) throws Exception {
        String size = measure.equals("STORY_POINTS") ? "2" : "null";
        String plan = create(
                "/plans",
                "{'name':'" + measure + "','start':'" + TODAY.minusDays(200) + "','end':'" + TODAY.plusDays(165)
                        + "','sizeMeasure':'" + measure + "','defaultSize':" + size + "}");
        List<String> themes = new ArrayList<>();
        for (int weight : List.of(1, 3)) {
            themes.add(create("/themes", "{'plan':'" + plan + "','name':'T','weight':" + weight + "}"));
        }
        String[] states = {"DRAFT", "ABANDONED", "ACHIEVED"};
        List<String> parents = new ArrayList<>();
        for (int i = 0; i < 24; i++) {
            String above = i < 16
                    ? "'theme':'" + themes.get(i % 2) + "'"
                    : "'parent':'" + parents.get(3 + random.nextInt(parents.size() - 3)) + "'";
            String state = i < 3 ? states[i] : "ACTIVE";
            String due = i % 5 == 4 ? ",'due':'" + TODAY.plusDays(random.nextInt(90) - 20) + "'" : "";
            String key = create(
                    "/objectives",
                    "{" + above + ",'name':'O" + i + "','weight':" + (1 + random.nextInt(4)) + ",'state':'" + state
                            + "'" + due + "}");
            parents.add(key);
            for (int link = random.nextInt(4); link > 0; link--) {
                link(key);
            }
            if (i % 2 == 0) {
                kpi(key, i);
            }
        }
        return plan;
    }

    private void link(String objective) throws Exception {
        int kind = random.nextInt(10);
        String target = kind < 3
                ? "'ISSUE','ref':'" + epics.get(random.nextInt(epics.size())) + "'"
                : kind < 5
                        ? "'ISSUE','ref':'" + standard.get(random.nextInt(standard.size())) + "'"
                        : kind < 6
                                ? "'ISSUE','ref':'INI-" + (1 + random.nextInt(3)) + "'"
                                : kind < 7
                                        ? "'PROJECT','ref':'" + (random.nextBoolean() ? "TIMOB" : "OPS") + "'"
                                        : null;
        ObjectNode body = (ObjectNode) Caller.JSON.readTree(
                ("{'objective':'" + objective + "','target':{'kind':" + (target == null ? "'JQL'" : target) + "}}")
                        .replace('\'', '"'));
        if (target == null) {
            ((ObjectNode) body.get("target")).put("ref", QUERIES.get(random.nextInt(QUERIES.size())));
        }
        if (random.nextInt(4) == 0) {
            body.put("weight", 1 + random.nextInt(5));
        }
        Caller.Answer answer = pmo.send("POST", Caller.STRATEGY + "/links", body.toString());
        assertThat(answer.status()).as(answer.body()).isIn(201, 409); // 409: linked to that already
    }

    private void kpi(String objective, int number) throws Exception {
        String aim = number % 6 == 4
                ? "'direction':'MAINTAIN','band':{'low':10,'high':20,'tolerance':5}"
                : "'direction':'" + (number % 4 == 0 ? "DECREASE" : "INCREASE") + "','baseline':{'value':"
                        + (number % 4 == 0 ? 30 : 10) + ",'date':'" + TODAY.minusDays(250) + "'},'target':{'value':"
                        + (number % 4 == 0 ? 10 : 30) + ",'date':'" + TODAY.plusDays(115)
                        + "'},'milestones':[{'date':'" + TODAY.minusDays(100) + "','value':"
                        + (number % 4 == 0 ? 26 : 14) + "}]";
        String key = create(
                "/kpis",
                "{'objective':'" + objective + "','name':'K','weight':" + (1 + random.nextInt(3)) + ",'critical':"
                        + (number % 8 == 0) + "," + aim + "}");
        int newest = number % 10 == 6 ? 4 : 1; // four months old: stale
        for (int month = newest; month < newest + 3 && number % 10 != 8; month++) {
            LocalDate period = YearMonth.from(TODAY).minusMonths(month).atEndOfMonth();
            pmo.send(
                    "POST",
                    Caller.STRATEGY + "/kpis/" + key + "/actuals",
                    "{\"period\":\"" + period + "\",\"value\":" + (8 + random.nextInt(26)) + "}");
        }
    }

    /** Objectives of the first plan count in the second one, in points. */
    private void contribute() throws Exception {
        List<String> first = keys("/objectives?plan=" + plans.get(0));
        List<String> second = keys("/objectives?plan=" + plans.get(1));
        for (int i : List.of(4, 7)) {
            pmo.create(
                    Caller.STRATEGY + "/contributions",
                    "{'from':'" + first.get(i) + "','to':'" + second.get(i + 1) + "','weight':2}");
        }
    }

    private List<String> keys(String path) throws Exception {
        List<String> keys = new ArrayList<>();
        pmo.get(Caller.STRATEGY + path)
                .get("values")
                .forEach(each -> keys.add(each.get("key").asText()));
        return keys;
    }

    private void await() throws Exception {
        for (int n = 0; n < 300; n++) {
            JsonNode health = pmo.get(Caller.STRATEGY + "/health");
            if (health.get("state").asText().equals("READY")
                    && health.get("lagSeconds").asInt() == 0) {
                Thread.sleep(4_000); // queries look at changed issues within seconds
                return;
            }
            Thread.sleep(200);
        }
        throw new AssertionError("not READY");
    }

    @Test
    void theDeliveryOfEveryNodeAndLinkIsWhatAnOutsideReadingSays() throws Exception {
        OutsideReading reading = new OutsideReading(admin, TODAY);
        Map<String, JsonNode> nodes = new TreeMap<>();
        Map<Integer, JsonNode> links = new TreeMap<>();
        for (String plan : plans) {
            collect(pmo.get(Caller.STRATEGY + "/plans/" + plan + "/tree"), nodes, links);
        }

        assertThat(reading.issueCount()).isGreaterThan(2_300);
        for (String plan : plans) {
            agree(plan, nodes.get(plan), reading.ofPlan(plan));
        }
        for (String theme : reading.themes().keySet()) {
            agree(theme, nodes.get(theme), reading.ofTheme(theme));
        }
        for (String objective : reading.objectives().keySet()) {
            agree(objective, nodes.get(objective), reading.ofObjective(objective));
        }
        int withWork = 0;
        for (JsonNode link : reading.links()) {
            agree("link " + link, links.get(link.get("id").asInt()), reading.ofLink(link));
            withWork += links.get(link.get("id").asInt()).at("/delivery/total").asDouble() > 0 ? 1 : 0;
        }
        System.out.println(nodes.size() + " nodes (KPIs too) and " + links.size() + " links (" + withWork
                + " with work) over " + reading.issueCount() + " issues agree with the outside reading");
        assertThat(reading.objectives()).hasSize(3 * 24);
        assertThat(withWork).isGreaterThan(40);
    }

    @Test
    void theFiguresOfEveryKpiAndObjectiveAreWhatAnOutsideReadingSays() throws Exception {
        Map<String, JsonNode> nodes = new TreeMap<>();
        Map<String, JsonNode> objectives = new TreeMap<>();
        Map<String, JsonNode> kpis = new TreeMap<>();
        Map<String, List<JsonNode>> actuals = new HashMap<>();
        for (String plan : plans) {
            collect(pmo.get(Caller.STRATEGY + "/plans/" + plan + "/tree"), nodes, new TreeMap<>());
            for (JsonNode each : pmo.get(Caller.STRATEGY + "/objectives?limit=200&plan=" + plan)
                    .get("values")) {
                objectives.put(each.get("key").asText(), each);
            }
            for (JsonNode each :
                    pmo.get(Caller.STRATEGY + "/kpis?limit=200&plan=" + plan).get("values")) {
                String key = each.get("key").asText();
                kpis.put(key, each);
                List<JsonNode> values = new ArrayList<>();
                pmo.get(Caller.STRATEGY + "/kpis/" + key + "/actuals")
                        .get("values")
                        .forEach(values::add);
                actuals.put(key, values);
            }
        }
        List<JsonNode> contributions = new ArrayList<>();
        pmo.get(Caller.STRATEGY + "/contributions").get("values").forEach(contributions::add);
        OutsideOutcome reading = new OutsideOutcome(kpis, actuals, objectives, contributions, TODAY);

        assertThat(kpis).hasSize(3 * 12);
        for (String kpi : kpis.keySet()) {
            agree(kpi, nodes.get(kpi), reading.ofKpi(kpi));
        }
        for (String objective : objectives.keySet()) {
            agree(objective, nodes.get(objective), reading.ofObjective(objective));
        }
    }

    private static void collect(JsonNode node, Map<String, JsonNode> nodes, Map<Integer, JsonNode> links) {
        if (node.has("key")) {
            nodes.put(node.get("key").asText(), node);
        }
        for (String below : List.of("themes", "objectives", "kpis")) {
            node.path(below).forEach(each -> collect(each, nodes, links));
        }
        node.path("links").forEach(link -> links.put(link.get("id").asInt(), link));
    }

    private static void agree(String what, JsonNode node, OutsideReading.Delivery expected) {
        JsonNode seen = node.get("delivery");
        String as = what + " " + seen + "\n" + expected;
        assertThat(seen.get("items").asInt()).as("items of " + as).isEqualTo(expected.items());
        assertThat(seen.get("unsized").asInt()).as("unsized of " + as).isEqualTo(expected.unsized());
        assertThat(seen.get("excluded").asInt()).as("excluded of " + as).isEqualTo(expected.excluded());
        near("total of " + as, seen.get("total"), expected.total());
        near("done of " + as, seen.get("done"), expected.done());
        near("inProgress of " + as, seen.get("inProgress"), expected.inProgress());
        near("progress of " + as, seen.get("progress"), expected.progress());
        near("expected of " + as, seen.get("expected"), expected.expected());
        assertThat(seen.get("health").asText()).as("health of " + as).isEqualTo(expected.health());
    }

    private static void agree(String what, JsonNode node, OutsideOutcome.Outcome expected) {
        JsonNode seen = node.get("outcome");
        String as = what + " " + seen + "\n" + expected;
        near("attainment of " + as, seen.get("attainment"), expected.attainment());
        near("pace of " + as, seen.get("pace"), expected.pace());
        near("coverage of " + as, seen.get("coverage"), expected.coverage());
        assertThat(seen.get("health").asText()).as("health of " + as).isEqualTo(expected.health());
    }

    private static void near(String what, JsonNode seen, Double expected) {
        if (expected == null) {
            assertThat(seen.isNull()).as(what).isTrue();
        } else {
            assertThat(seen.isNumber()).as(what).isTrue();
            assertThat(seen.asDouble()).as(what).isCloseTo(expected, within(1e-9 * Math.max(1, Math.abs(expected))));
        }
    }
}

package io.throughline.app.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * The largest plan that the product is made for: 2,000 objectives, 5,000 KPIs and 100,000 actuals come in as one document
 * and are all in the tree. What the tree costs beside a page of the host is only reported: the machine is shared.
 */
@EnabledIfSystemProperty(
        named = "throughline.limits",
        matches = "true",
        disabledReason = "some minutes long: ./verify --long runs it")
class LimitsIT {
    private static final int THEMES = 20;
    private static final int OBJECTIVES = 2_000;
    private static final int KPIS = 5_000;
    private static final int PERIODS = 20;
    private static final YearMonth FIRST = YearMonth.of(2025, 1);
    private static final int RUNS = 21;

    @TempDir
    static Path folder;

    @Test
    void theLargestPlanComesInAsOneDocumentAndIsWholeInTheTree() throws Exception {
        try (Products products = Products.jira(folder.resolve("data"))) {
            Caller admin = products.jiraAs("admin");
            String document = large(admin).toString();
            long start = System.nanoTime();
            Caller.Answer imported = admin.waiting(Duration.ofMinutes(10))
                    .send("POST", Caller.STRATEGY + "/import?mode=REPLACE", document);
            System.out.printf(
                    "import of %,d characters: %.1f s%n", document.length(), (System.nanoTime() - start) / 1e9);
            assertThat(imported.status()).as(imported.body()).isIn(200, 201);

            Caller exec = products.jiraAs("exec");
            JsonNode tree = exec.get(Caller.STRATEGY + "/plans/PLAN-1/tree");
            assertThat(tree.findValues("objectives").stream()
                            .mapToInt(JsonNode::size)
                            .sum())
                    .isEqualTo(OBJECTIVES);
            assertThat(tree.findValues("kpis").stream().mapToInt(JsonNode::size).sum())
                    .isEqualTo(KPIS);
            assertThat(admin.get(Caller.STRATEGY + "/kpis/KPI-4711/actuals").findValues("period"))
                    .hasSize(PERIODS);
            report(exec, admin);
            reportPages(products.jiraUrl());
        }
    }

    /** Read again, and read as the first one after a change, which makes the whole answer anew. */
    private static void report(Caller exec, Caller admin) throws Exception {
        List<Double> again = new ArrayList<>();
        List<Double> changed = new ArrayList<>();
        List<Double> pages = new ArrayList<>();
        for (int run = 0; run < RUNS; run++) {
            again.add(millis(exec, Caller.STRATEGY + "/plans/PLAN-1/tree"));
            pages.add(millis(exec, "/secure/Dashboard.jspa"));
            admin.send("PUT", Caller.STRATEGY + "/kpis/KPI-1/actuals/2025-01-31", "{\"value\":" + run + "}");
            changed.add(millis(exec, Caller.STRATEGY + "/plans/PLAN-1/tree"));
        }
        double page = median(pages);
        System.out.printf(
                "%,d objectives, %,d KPIs, %,d actuals, medians of %d: dashboard %.0f ms, tree %.0f ms (%.1fx),"
                        + " tree after a change %.0f ms (%.1fx)%n",
                OBJECTIVES,
                KPIS,
                KPIS * PERIODS,
                RUNS,
                page,
                median(again),
                median(again) / page,
                median(changed),
                median(changed) / page);
    }

    /** The same in a browser, from the address to painted rows. */
    private static void reportPages(String jira) throws Exception {
        Path log = folder.resolve("open.log");
        int exit = Programs.run(
                log,
                "node",
                "frontend/harness/open.mjs",
                jira + "/plugins/servlet/throughline/plans/PLAN-1",
                jira + "/secure/Dashboard.jspa",
                jira + Caller.STRATEGY + "/kpis/KPI-1/actuals/2025-01-31");
        String said = Files.readString(log);
        System.out.println(said);
        assertThat(exit).as(said).isZero();
    }

    private static double millis(Caller caller, String path) throws Exception {
        long start = System.nanoTime();
        assertThat(caller.send("GET", path, null).status()).isEqualTo(200);
        return (System.nanoTime() - start) / 1e6;
    }

    private static double median(List<Double> of) {
        return of.stream().sorted().toList().get(of.size() / 2);
    }

    /** One of each made by REST shows what a document holds; the others are like it. */
    private static ObjectNode large(Caller admin) throws Exception {
        admin.create(Caller.STRATEGY + "/plans", "{'name':'Large','start':'2025-01-01','end':'2027-12-31'}");
        admin.create(Caller.STRATEGY + "/themes", "{'plan':'PLAN-1','name':'Theme'}");
        admin.create(Caller.STRATEGY + "/objectives", "{'theme':'TH-1','name':'Objective'}");
        admin.create(
                Caller.STRATEGY + "/kpis",
                "{'objective':'OBJ-1','name':'KPI','direction':'INCREASE','baseline':{'value':0,'date':'2025-01-01'},"
                        + "'target':{'value':100,'date':'2027-12-31'}}");
        admin.create(Caller.STRATEGY + "/kpis/KPI-1/actuals", "{'period':'2025-01-31','value':1}");
        ObjectNode document = (ObjectNode) new ObjectMapper()
                .readTree(admin.send("GET", Caller.STRATEGY + "/export", null).body());
        document.remove(List.of("log", "head"));
        repeat(document, "themes", THEMES, (theme, number) -> theme.put("key", "TH-" + number));
        repeat(
                document,
                "objectives",
                OBJECTIVES,
                (objective, number) -> objective
                        .put("key", "OBJ-" + number)
                        .put("name", "Objective number " + number)
                        .put("theme", "TH-" + (1 + number % THEMES)));
        repeat(
                document,
                "kpis",
                KPIS,
                (kpi, number) -> kpi.put("key", "KPI-" + number)
                        .put("name", "KPI number " + number)
                        .put("objective", "OBJ-" + (1 + number % OBJECTIVES)));
        repeat(
                document,
                "actuals",
                KPIS * PERIODS,
                (actual, number) -> actual.put("kpi", "KPI-" + (1 + number / PERIODS))
                        .put("period", period(number % PERIODS).toString())
                        .put("value", number % PERIODS * 3.1));
        return document;
    }

    private interface Variation {
        void make(ObjectNode like, int number);
    }

    private static void repeat(ObjectNode document, String section, int times, Variation variation) {
        ObjectNode like = (ObjectNode) document.get(section).get(0);
        boolean keyed = like.has("key");
        ArrayNode all = document.putArray(section);
        for (int number = 0; number < times; number++) {
            ObjectNode next = like.deepCopy();
            variation.make(next, keyed ? number + 1 : number);
            if (next.has("position")) {
                next.put("position", (number + 1) * 100);
            }
            all.add(next);
        }
    }

    private static LocalDate period(int number) {
        return FIRST.plusMonths(number).atEndOfMonth();
    }
}

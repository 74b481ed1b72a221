package io.throughline.app.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
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
    private static final int RUNS = 21;

    @TempDir
    static Path folder;

    @Test
    void theLargestPlanComesInAsOneDocumentAndIsWholeInTheTree() throws Exception {
        try (Products products = Products.jira(folder.resolve("data"))) {
            Caller admin = products.jiraAs("admin");
            String document = new LargeDocument(admin)
                    .plans(1)
                    .themes(THEMES)
                    .objectives(OBJECTIVES)
                    .kpis(KPIS, PERIODS)
                    .toString();
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
}

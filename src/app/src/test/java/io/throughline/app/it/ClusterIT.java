package io.throughline.app.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.http.HttpTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two Jira nodes on one PostgreSQL, the second one by a wire that can be cut. After a kill -9 in the middle of thousands of
 * changes, and after a time without the database, both nodes say what an outside reader adds up from Jira's own search, and
 * what a node says that reads everything anew.
 */
@EnabledIfSystemProperty(
        named = "throughline.limits",
        matches = "true",
        disabledReason = "two nodes, kills and cuts, some minutes long: ./verify --long runs it")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ClusterIT {
    private static final int KILLS = Integer.getInteger("throughline.kills", 1);
    private static final int CHANGES = Integer.getInteger("throughline.cluster.changes", 400);
    private static final int CUT_SECONDS = Integer.getInteger("throughline.cluster.cut-seconds", 5);
    private static final int ISSUES = 100;
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @TempDir
    static Path folder;

    private EmbeddedPostgres postgres;
    private Wire wire;
    private JiraNodes nodes;
    private List<String> issues = new ArrayList<>();
    private String plan;
    private String points;

    @BeforeAll
    void twoNodesOneProjectOnePlan() throws Exception {
        postgres = EmbeddedPostgres.builder().start();
        wire = new Wire(postgres.getPort());
        String direct = postgres.getJdbcUrl("postgres", "postgres");
        nodes = new JiraNodes(
                folder.resolve("data"),
                direct,
                direct.replace(":" + postgres.getPort() + "/", ":" + wire.port() + "/"));
        nodes.start(1).start(2);
        Caller admin = nodes.as(1, "admin");
        Caller pmo = nodes.as(1, "pmo");
        points = BusyWriters.pointsField(admin);
        admin.create("/rest/api/2/project", "{'key':'BOTH','name':'Both','lead':'admin'}");
        plan = create(
                pmo, "/plans", "{'name':'Both','start':'2026-01-01','end':'2030-12-31','sizeMeasure':'STORY_POINTS'}");
        String theme = create(pmo, "/themes", "{'plan':'" + plan + "','name':'One theme'}");
        String objective = create(pmo, "/objectives", "{'theme':'" + theme + "','name':'One objective'}");
        for (int n = 0; n < ISSUES; n++) {
            issues.add(admin.create(
                            "/rest/api/2/issue",
                            "{'fields':{'project':{'key':'BOTH'},'issuetype':{'name':'Story'},'summary':'One'}}")
                    .get("key")
                    .asText());
        }
        create(pmo, "/links", "{'objective':'" + objective + "','target':{'kind':'PROJECT','ref':'BOTH'}}");
        awaitSame("filled");
    }

    @AfterAll
    void stop() throws Exception {
        if (nodes != null) {
            nodes.close();
        }
        if (wire != null) {
            wire.close();
        }
        if (postgres != null) {
            postgres.close();
        }
    }

    @Test
    @Order(1)
    void aTimeWithoutTheDatabaseHealsByItself() throws Exception {
        for (Wire.Cut how : Wire.Cut.values()) {
            List<Caller> writing = List.of(nodes.as(1, "admin"));
            try (BusyWriters writers = new BusyWriters("BOTH", issues, Integer.MAX_VALUE, how.ordinal(), writing)) {
                Thread.sleep(1_000);
                wire.cut(how);
                Map<String, Integer> answers = answersWhileCut();
                int made = writers.made();
                wire.mend();
                System.out.printf("%s for %d s: %d changes on node 1, node 2 %s%n", how, CUT_SECONDS, made, answers);
                assertThat(made).as("changes on the other node").isGreaterThan(10);
                assertThat(answers.keySet())
                        .as("%s", how)
                        .allMatch(each -> each.matches("5\\d\\d .*|no answer|late .*"));
                Thread.sleep(500);
                issues = writers.stopNow();
            }
            awaitSame(how + " and mended");
        }
    }

    /**
     * What the node without a database says of the tree and its health. Numbers of before may be shown only by a node that
     * says that they are late.
     */
    private Map<String, Integer> answersWhileCut() throws Exception {
        Caller cutOff = nodes.as(2, "pmo").waiting(Duration.ofSeconds(2));
        Map<String, Integer> answers = new TreeMap<>();
        long end = System.nanoTime() + Duration.ofSeconds(CUT_SECONDS).toNanos();
        while (System.nanoTime() < end) {
            String said;
            try {
                Caller.Answer tree = cutOff.send("GET", Caller.STRATEGY + "/plans/" + plan + "/tree", null);
                said = tree.status() == 200 ? "numbers" : tree.status() + " " + code(tree);
            } catch (IOException silent) {
                said = "no answer";
            }
            answers.merge(said, 1, Integer::sum);
            Thread.sleep(200);
        }
        return answers;
    }

    private static String code(Caller.Answer answer) {
        return answer.body().startsWith("{") ? answer.json().path("code").asText() : "no JSON";
    }

    @Test
    @Order(2)
    void afterKillsInTheMiddleOfChangesBothNodesSayWhatAFreshOneReads() throws Exception {
        for (int kill = 0; kill < KILLS; kill++) {
            int victim = 1 + kill % 2;
            long begun = System.nanoTime();
            List<Caller> both = List.of(nodes.as(1, "admin"), nodes.as(2, "admin"));
            try (BusyWriters writers = new BusyWriters("BOTH", issues, CHANGES, 7L + kill, both)) {
                writers.awaitMade(CHANGES / 2);
                nodes.kill(victim);
                nodes.start(victim);
                int before = writers.made();
                issues = writers.finish();
                System.out.printf(
                        "kill %d of node %d after %d of %d changes, back after %d, %d refused or unanswered, %.0f s%n",
                        kill + 1,
                        victim,
                        CHANGES / 2,
                        writers.made(),
                        before,
                        writers.failed(),
                        (System.nanoTime() - begun) / 1e9);
            }
            awaitSame("after kill " + (kill + 1));
        }
        JsonNode kept = delivery(1);
        Path saved = nodes.savedIndex(1);
        nodes.stop(1);
        Files.delete(saved);
        nodes.start(1);
        awaitSame("read anew");
        assertThat(delivery(1)).as("a fresh one").isEqualTo(kept).isEqualTo(delivery(2));
    }

    private JsonNode delivery(int node) throws Exception {
        return nodes.as(node, "pmo")
                .get(Caller.STRATEGY + "/plans/" + plan + "/tree")
                .path("delivery");
    }

    /** Total, done and number of issues on each node, and as an outside reader adds them up; until all three are the same. */
    private void awaitSame(String what) throws Exception {
        long start = System.nanoTime();
        String last = "";
        while (System.nanoTime() - start < PATIENCE.toNanos()) {
            String here = numbers(1);
            String there = numbers(2);
            String truth = truth();
            last = what + ": node 1 " + here + ", node 2 " + there + ", outside " + truth;
            if (here.equals(truth) && there.equals(truth)) {
                System.out.println(last + ", after " + (System.nanoTime() - start) / 1_000_000 + " ms");
                return;
            }
            Thread.sleep(100);
        }
        throw new AssertionError(last);
    }

    private String numbers(int node) throws IOException, InterruptedException {
        Caller caller = nodes.as(node, "pmo").waiting(Duration.ofSeconds(20));
        try {
            Caller.Answer health = caller.send("GET", Caller.STRATEGY + "/health", null);
            Caller.Answer tree = caller.send("GET", Caller.STRATEGY + "/plans/" + plan + "/tree", null);
            if (health.status() != 200 || tree.status() != 200) {
                return health.status() + " " + tree.status();
            }
            JsonNode delivery = tree.json().path("delivery");
            return "%s of %s points, %s issues%s"
                    .formatted(
                            delivery.path("done").asLong(),
                            delivery.path("total").asLong(),
                            delivery.path("items").asLong(),
                            health.json().path("state").asText().equals("READY") ? "" : " INDEXING");
        } catch (HttpTimeoutException slow) {
            return slow.toString();
        }
    }

    private String truth() throws Exception {
        Caller admin = nodes.as(1, "admin").waiting(Duration.ofSeconds(20));
        long done = 0;
        long total = 0;
        long count = 0;
        JsonNode page;
        do {
            page = admin.get("/rest/api/2/search?jql=project%3DBOTH&maxResults=1000&fields=status," + points
                    + "&startAt=" + count);
            for (JsonNode issue : page.get("issues")) {
                JsonNode fields = issue.get("fields");
                long size = fields.path(points).asLong(1); // one without points counts as one
                total += size;
                done += fields.at("/status/statusCategory/key").asText().equals("done") ? size : 0;
                count++;
            }
        } while (!page.get("issues").isEmpty() && count < page.get("total").asLong());
        return done + " of " + total + " points, " + count + " issues";
    }

    private static String create(Caller caller, String path, String body) throws Exception {
        return caller.create(Caller.STRATEGY + path, body).path("key").asText();
    }
}

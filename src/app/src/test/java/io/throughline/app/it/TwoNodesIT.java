package io.throughline.app.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.http.HttpTimeoutException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two Jira nodes on one PostgreSQL. What an event says on one of them is in the tree of the other; and both say what
 * Jira's own search says, which neither of them asks. Kills and cuts: {@link ClusterIT}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TwoNodesIT {
    private static final int ISSUES = Integer.getInteger("throughline.two-nodes.issues", 60);
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir
    static Path folder;

    private EmbeddedPostgres postgres;
    private Products products;
    private final List<String> issues = new ArrayList<>();
    private String plan;

    @BeforeAll
    void twoNodesOneProjectOnePlan() throws Exception {
        postgres = EmbeddedPostgres.builder().start();
        products = Products.jira(
                folder.resolve("data"), "--nodes", "2", "--db", postgres.getJdbcUrl("postgres", "postgres"));
        Caller admin = products.jiraAs("admin");
        Caller pmo = products.jiraAs("pmo");
        admin.create("/rest/api/2/project", "{'key':'BOTH','name':'Both','lead':'admin'}");
        plan = create(pmo, "/plans", "{'name':'Both','start':'2026-01-01','end':'2030-12-31'}");
        String theme = create(pmo, "/themes", "{'plan':'" + plan + "','name':'One theme'}");
        String objective = create(pmo, "/objectives", "{'theme':'" + theme + "','name':'One objective'}");
        for (int n = 0; n < ISSUES; n++) {
            issues.add(issue(admin));
        }
        create(pmo, "/links", "{'objective':'" + objective + "','target':{'kind':'PROJECT','ref':'BOTH'}}");
    }

    @AfterAll
    void stop() throws Exception {
        if (products != null) {
            products.close();
        }
        if (postgres != null) {
            postgres.close();
        }
    }

    @Test
    void whatChangesOnOneNodeIsInTheTreeOfTheOther() throws Exception {
        awaitSame("filled");
        for (int round = 0; round < 3; round++) {
            Caller writer = round % 2 == 0 ? products.jiraAs("admin") : products.secondJiraAs("admin");
            issues.add(issue(writer));
            awaitSame("created");
            transition(writer, issues.get(round));
            awaitSame("transitioned");
        }
        Caller there = products.secondJiraAs("admin");
        assertThat(there.send("DELETE", "/rest/api/2/issue/" + issues.remove(0), null)
                        .status())
                .isEqualTo(204);
        awaitSame("deleted");
    }

    /** Total and done of the plan on each node, and as a search counts them; until all three are the same. */
    private void awaitSame(String what) throws Exception {
        long start = System.nanoTime();
        String last = "";
        while (System.nanoTime() - start < PATIENCE.toNanos()) {
            String here = sizes(products.jiraAs("pmo"));
            String there = sizes(products.secondJiraAs("pmo"));
            String truth = truth(products.jiraAs("pmo"));
            last = what + ": node 1 " + here + ", node 2 " + there + ", search " + truth;
            if (here.equals(truth) && there.equals(truth)) {
                System.out.println(last + ", after " + (System.nanoTime() - start) / 1_000_000 + " ms");
                return;
            }
            Thread.sleep(50);
        }
        throw new AssertionError(last);
    }

    private String sizes(Caller node) throws IOException, InterruptedException {
        try {
            JsonNode health = node.get(Caller.STRATEGY + "/health");
            JsonNode delivery =
                    node.get(Caller.STRATEGY + "/plans/" + plan + "/tree").path("delivery");
            return delivery.path("total").asLong() + "/" + delivery.path("done").asLong()
                    + (health.path("state").asText().equals("READY") ? "" : " INDEXING");
        } catch (HttpTimeoutException slow) {
            return slow.toString();
        }
    }

    private static String truth(Caller node) throws Exception {
        long total = node.search("project = BOTH", 0).get("total").asLong();
        long done = node.search("project = BOTH AND statusCategory = Done", 0)
                .get("total")
                .asLong();
        return total + "/" + done;
    }

    private static String create(Caller caller, String path, String body) throws Exception {
        return caller.create(Caller.STRATEGY + path, body).path("key").asText();
    }

    private static String issue(Caller caller) throws Exception {
        return caller.create(
                        "/rest/api/2/issue",
                        "{'fields':{'project':{'key':'BOTH'},'issuetype':{'name':'Story'},'summary':'One'}}")
                .get("key")
                .asText();
    }

    /** Any way that the workflow allows, so that it goes back and forth. */
    private static void transition(Caller caller, String issue) throws Exception {
        String path = "/rest/api/2/issue/" + issue + "/transitions";
        JsonNode ways = caller.get(path).get("transitions");
        JsonNode way = ways.get(ways.size() - 1);
        Caller.Answer answer = caller.send(
                "POST", path, "{\"transition\":{\"id\":\"" + way.get("id").asText() + "\"}}");
        assertThat(answer.status()).as(answer.body()).isEqualTo(204);
    }
}

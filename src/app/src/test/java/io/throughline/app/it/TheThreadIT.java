package io.throughline.app.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** A real epic out of a real export moves an objective's delivery: in the tree, on the issue page, in a scorecard. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TheThreadIT {

    /** The default cancelled set, written out a second time on purpose: this test is the hand count. */
    private static final Set<String> CANCELLED = Set.of(
            "won't do",
            "won't fix",
            "duplicate",
            "cannot reproduce",
            "incomplete",
            "invalid",
            "not a bug",
            "declined",
            "rejected",
            "abandoned",
            "cancelled",
            "obsolete",
            "can't do");

    @TempDir
    static Path folder;

    private Products products;
    private Caller admin;
    private Caller pmo;

    @BeforeAll
    void importBothExports() throws Exception {
        Path titanium = RealData.file("titanium-agile-json/issues-all-slim.jsonl.gz");
        Path arrow = RealData.file("apache-arrow-rest-v2/issues.jsonl.gz");
        products = Products.both(folder.resolve("data"), "--import", titanium.toString(), arrow.toString());
        admin = products.jiraAs("admin");
        pmo = products.jiraAs("pmo");
        awaitReady();
    }

    @AfterAll
    void stop() throws Exception {
        if (products != null) {
            products.close();
        }
    }

    @Test
    @Order(1) // before another test moves an issue
    void theImportsCountWhatTheExportsHold() throws Exception {
        assertThat(admin.search("project = TIMOB", 0).get("total").asInt()).isEqualTo(22_371);
        assertThat(admin.search("project = ARROW", 0).get("total").asInt()).isEqualTo(18_285);
        assertThat(admin.search("project = TIMOB AND issuetype = Epic", 0)
                        .get("total")
                        .asInt())
                .isEqualTo(109);
        assertThat(admin.search("project = TIMOB AND statusCategory = Done", 0)
                        .get("total")
                        .asInt())
                .isEqualTo(19_953);
        assertThat(admin.search("project = ARROW AND issuetype = Sub-task", 0)
                        .get("total")
                        .asInt())
                .isEqualTo(1_236);
        assertThat(pmo.get(Caller.STRATEGY + "/health").get("total").asInt()).isEqualTo(22_371 + 18_285);
    }

    @Test
    void aRealEpicMovesItsObjectiveEverywhere() throws Exception {
        String epic = epicWithOpenAndDoneChildren();
        String plan = create("/plans", "{'name':'Thread','start':'2021-01-01','end':'2030-12-31'}");
        String theme = create("/themes", "{'plan':'" + plan + "','name':'One theme'}");
        String objective = create("/objectives", "{'theme':'" + theme + "','name':'One objective'}");
        pmo.create(
                Caller.STRATEGY + "/links",
                "{'objective':'" + objective + "','target':{'kind':'ISSUE','ref':'" + epic + "'}}");

        HandCount before = handCount(epic);
        JsonNode delivery = deliveryOf(plan, objective);
        assertThat(delivery.get("total").asInt()).as(delivery.toString()).isEqualTo(before.total());
        assertThat(delivery.get("done").asInt()).isEqualTo(before.done());
        assertThat(delivery.get("excluded").asInt()).isEqualTo(before.excluded());
        assertThat(delivery.get("progress").asDouble()).isEqualTo((double) before.done() / before.total());

        String child = anOpenChild(epic);
        long millis = transitionToDoneAndAwait(child, plan, objective, before.done() + 1);
        System.out.println("transition of " + child + " in the tree after " + millis + " ms");
        assertThat(handCount(epic).done()).isEqualTo(before.done() + 1);

        Caller.Answer issuePage = pmo.send("GET", "/browse/" + epic, null);
        assertThat(issuePage.body()).contains("One objective").contains(objective);

        String pageId = scorecardPage(plan);
        Caller.Answer page = products.confluenceAs("exec").send("GET", "/pages/viewpage.action?pageId=" + pageId, null);
        assertThat(page.status()).isEqualTo(200);
        long percent = Math.round(100.0 * (before.done() + 1) / before.total());
        assertThat(page.body()).contains("One objective").containsPattern(percent + "[\\s\\u00a0\\u202f]*%");
    }

    @Test
    void aProjectLinkHoldsItsWholeProject() throws Exception {
        String plan = create("/plans", "{'name':'Projects','start':'2021-01-01','end':'2030-12-31'}");
        String theme = create("/themes", "{'plan':'" + plan + "','name':'One theme'}");
        String objective = create("/objectives", "{'theme':'" + theme + "','name':'All of Arrow'}");
        pmo.create(
                Caller.STRATEGY + "/links",
                "{'objective':'" + objective + "','target':{'kind':'PROJECT','ref':'ARROW'}}");

        JsonNode delivery = deliveryOf(plan, objective);

        // Arrow has no epics: each live standard issue carries 1, sub-tasks carry nothing
        int standard = count("project = ARROW AND issuetype != Sub-task");
        int cancelled = count(
                "project = ARROW AND issuetype != Sub-task AND statusCategory = Done AND resolution in "
                        + "(\"Won't Do\", \"Won't Fix\", Duplicate, \"Cannot Reproduce\", Incomplete, Invalid, \"Not A Bug\", Abandoned)");
        int done = count("project = ARROW AND issuetype != Sub-task AND statusCategory = Done");
        assertThat(delivery.get("total").asInt()).as(delivery.toString()).isEqualTo(standard - cancelled);
        assertThat(delivery.get("done").asInt()).isEqualTo(done - cancelled);
        assertThat(delivery.get("excluded").asInt()).isEqualTo(cancelled);
    }

    private void awaitReady() throws Exception {
        for (int n = 0; n < 600; n++) {
            JsonNode health = pmo.get(Caller.STRATEGY + "/health");
            if (health.get("state").asText().equals("READY")) {
                return;
            }
            Thread.sleep(200);
        }
        throw new AssertionError("not READY: " + pmo.get(Caller.STRATEGY + "/health"));
    }

    private String create(String path, String body) throws Exception {
        return pmo.create(Caller.STRATEGY + path, body).get("key").asText();
    }

    private int count(String jql) throws Exception {
        return admin.search(jql, 0).get("total").asInt();
    }

    private JsonNode deliveryOf(String plan, String objective) throws Exception {
        JsonNode tree = pmo.get(Caller.STRATEGY + "/plans/" + plan + "/tree");
        for (JsonNode theme : tree.get("themes")) {
            for (JsonNode each : theme.get("objectives")) {
                if (each.get("key").asText().equals(objective)) {
                    return each.get("delivery");
                }
            }
        }
        throw new AssertionError(objective + " is not in " + tree);
    }

    private record HandCount(int total, int done, int excluded) {}

    /** What a person with a pencil counts from Jira's own search: live standard children, done ones, cancelled ones. */
    private HandCount handCount(String epic) throws Exception {
        int total = 0;
        int done = 0;
        int excluded = 0;
        for (JsonNode issue : admin.search("\"Epic Link\" = " + epic, 1000).get("issues")) {
            JsonNode fields = issue.get("fields");
            boolean isDone = fields.at("/status/statusCategory/key").asText().equals("done");
            String resolution = fields.at("/resolution/name").asText("").toLowerCase(Locale.ROOT);
            if (isDone && CANCELLED.contains(resolution)) {
                excluded++;
            } else {
                total++;
                done += isDone ? 1 : 0;
            }
        }
        return new HandCount(total, done, excluded);
    }

    private String epicWithOpenAndDoneChildren() throws Exception {
        for (JsonNode epic : admin.search("project = TIMOB AND issuetype = Epic AND statusCategory != Done", 200)
                .get("issues")) {
            String key = epic.get("key").asText();
            HandCount count = handCount(key);
            if (count.total() > 5 && count.done() > 1 && count.done() < count.total()) {
                return key;
            }
        }
        throw new AssertionError("no epic with open and done children");
    }

    private String anOpenChild(String epic) throws Exception {
        return admin.search("\"Epic Link\" = " + epic + " AND statusCategory != Done", 1)
                .at("/issues/0/key")
                .asText();
    }

    private long transitionToDoneAndAwait(String issue, String plan, String objective, int done) throws Exception {
        String path = "/rest/api/2/issue/" + issue + "/transitions";
        String id = null;
        for (JsonNode transition : admin.get(path).get("transitions")) {
            if (transition.at("/to/statusCategory/key").asText().equals("done")) {
                id = transition.get("id").asText();
            }
        }
        ObjectNode body = Caller.JSON.createObjectNode();
        body.putObject("transition").put("id", id);
        body.putObject("fields").putObject("resolution").put("name", "Fixed");
        Caller.Answer answer = admin.send("POST", path, body.toString());
        assertThat(answer.status()).as(answer.body()).isEqualTo(204);
        long start = System.nanoTime();
        int seen = -1;
        while (System.nanoTime() - start < 2_000_000_000L) {
            seen = deliveryOf(plan, objective).get("done").asInt();
            if (seen == done) {
                return (System.nanoTime() - start) / 1_000_000;
            }
            Thread.sleep(20);
        }
        throw new AssertionError("after 2 s the tree says " + seen + " done, not " + done);
    }

    private String scorecardPage(String plan) throws Exception {
        ObjectNode page = Caller.JSON.createObjectNode();
        page.put("type", "page")
                .put("title", "Thread " + plan)
                .putObject("space")
                .put("key", "STRAT");
        page.putObject("body")
                .putObject("storage")
                .put("representation", "storage")
                .put(
                        "value",
                        "<p>Live:</p><ac:structured-macro ac:name=\"strategy-scorecard\"><ac:parameter ac:name=\"plan\">"
                                + plan + "</ac:parameter></ac:structured-macro>");
        Caller.Answer answer = products.confluenceAs("pmo").send("POST", "/rest/api/content", page.toString());
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json().get("id").asText();
    }
}

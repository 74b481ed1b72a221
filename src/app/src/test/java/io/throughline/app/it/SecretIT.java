package io.throughline.app.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Project SECRET is linked in every way; who may not browse it never reads a word of it, wherever the API is asked. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SecretIT {
    /** The key of the project, and a word of the summaries of its issues. */
    private static final List<String> WORDS = List.of("SECRET", "Mayflower");

    @TempDir
    static Path folder;

    private Products products;
    private Caller pmo;
    private Caller dev;

    @BeforeAll
    void linkSecretsInEveryWay() throws Exception {
        products = Products.jira(folder.resolve("data"));
        pmo = products.jiraAs("pmo");
        dev = products.jiraAs("dev");
        Caller admin = products.jiraAs("admin");
        for (String type : List.of("Epic", "Story", "Bug")) {
            admin.create(
                    "/rest/api/2/issue",
                    "{'fields':{'project':{'key':'SECRET'},'summary':'Buy Mayflower','issuetype':{'name':'" + type
                            + "'}}}");
        }
        awaitReady();
        pmo.create(
                Caller.STRATEGY + "/plans",
                "{'name':'P','start':'2026-01-01','end':'2099-12-31','scope':{'projects':['SECRET']}}");
        pmo.create(Caller.STRATEGY + "/themes", "{'plan':'PLAN-1','name':'T'}");
        for (String owner : List.of("pmo", "dev", "pmo", "pmo")) {
            pmo.create(Caller.STRATEGY + "/objectives", "{'theme':'TH-1','name':'O','owner':'" + owner + "'}");
        }
        link("OBJ-1", "'ISSUE','ref':'SECRET-1'");
        link("OBJ-2", "'PROJECT','ref':'SECRET'");
        link("OBJ-3", "'JQL','ref':'project = SECRET'");
        link("OBJ-3", "'JQL','ref':'summary ~ Mayflower AND project in (SECRET)'");
        link("OBJ-4", "'ISSUE','ref':'SECRET-2'");
        pmo.send(
                "PUT",
                Caller.STRATEGY + "/links/1",
                "{\"objective\":\"OBJ-4\",\"target\":{\"kind\":\"ISSUE\"," + "\"ref\":\"SECRET-1\"},\"weight\":3}",
                "If-Match",
                "*");
        pmo.create(Caller.STRATEGY + "/contributions", "{'from':'OBJ-2','to':'OBJ-1'}");
        pmo.create(Caller.STRATEGY + "/causes", "{'cause':'OBJ-2','effect':'OBJ-1'}");
        pmo.create(
                Caller.STRATEGY + "/kpis",
                "{'objective':'OBJ-2','name':'K','direction':'MAINTAIN','band':{'low':1,'high':2,'tolerance':1}}");
        exempt("'PROJECT','ref':'SECRET'");
        exempt("'JQL','ref':'project = SECRET'");
        exempt("'ISSUE','ref':'SECRET-3'");
        admin.send("DELETE", "/rest/api/2/issue/SECRET-2", null); // a dead link still knows the key
    }

    @AfterAll
    void stop() throws Exception {
        if (products != null) {
            products.close();
        }
    }

    private void link(String objective, String target) throws Exception {
        pmo.create(Caller.STRATEGY + "/links", "{'objective':'" + objective + "','target':{'kind':" + target + "}}");
    }

    private void exempt(String target) throws Exception {
        pmo.create(Caller.STRATEGY + "/exemptions", "{'kind':" + target + ",'reason':'run'}");
    }

    /** What a function finds is what the list of orphans has, for each user; and it never says what it left out. */
    @Test
    void functionsOfJqlAgreeWithTheListAndNameNoSecret() throws Exception {
        Caller admin = products.jiraAs("admin");
        admin.create(
                "/rest/api/2/project",
                "{'key':'OPEN','name':'Open','projectTypeKey':'software','projectTemplateKey':'x','lead':'admin'}");
        for (String type : List.of("Epic", "Story", "Bug")) {
            admin.create(
                    "/rest/api/2/issue",
                    "{'fields':{'project':{'key':'OPEN'},'summary':'Free','issuetype':{'name':'" + type + "'}}}");
        }
        awaitOrphans(3);
        for (String user : List.of("admin", "pmo", "dev")) {
            Caller caller = products.jiraAs(user);
            int listed = caller.get(Caller.STRATEGY + "/orphans?kind=ISSUE,EPIC,PARTIAL")
                    .get("total")
                    .asInt();
            JsonNode found = caller.search("issue in orphanWork() AND summary ~ Free ORDER BY key DESC", 50);
            assertThat(found.get("total").asInt()).as(user).isEqualTo(listed).isEqualTo(3);
            assertThat(found.at("/issues/0/key").asText()).isEqualTo("OPEN-3");
            assertThat(total(caller, "issue in orphanWork(\"open\") AND issuetype = Epic"))
                    .isEqualTo(1);
        }
        assertThat(total(pmo, "issue in strategyWork(\"PLAN-1\") AND project = SECRET"))
                .isEqualTo(2);
        assertThat(total(pmo, "issue not in strategyWork(\"PLAN-1\")")).isEqualTo(3);
        assertThat(total(dev, "issue in strategyWork(\"PLAN-1\")")).isZero();
        assertThat(total(dev, "issue in exemptWork() OR issue in driftingWork()"))
                .isZero();
        List<String> refused = new ArrayList<>();
        for (String wrong : List.of("strategyWork(\"OBJ-99\")", "orphanWork(\"SECRET\")", "orphanWork(\"SECREX\")")) {
            Caller.Answer answer = search(dev, wrong);
            assertThat(answer.status()).as(answer.body()).isEqualTo(400);
            String argument = wrong.replaceAll(".*\"(.*)\".*", "$1");
            assertThat(answer.body()).contains(argument);
            refused.add(answer.body().replace(argument, "X"));
        }
        assertThat(refused.get(1)).isEqualTo(refused.get(2)); // what may not be seen reads like what is not there
        assertThat(search(products.jiraAs("outsider"), "orphanWork()").status()).isEqualTo(400);
        assertThat(search(dev, "exemptWork(\"OPEN\")").status()).isEqualTo(400);
    }

    private static Caller.Answer search(Caller caller, String function) throws Exception {
        return caller.send(
                "GET",
                "/rest/api/2/search?jql=" + URLEncoder.encode("issue in " + function, StandardCharsets.UTF_8),
                null);
    }

    private static int total(Caller caller, String jql) throws Exception {
        return caller.search(jql, 50).get("total").asInt();
    }

    private void awaitOrphans(int wanted) throws Exception {
        for (int n = 0; n < 100; n++) {
            if (pmo.get(Caller.STRATEGY + "/orphans?kind=ISSUE,EPIC")
                            .get("total")
                            .asInt()
                    == wanted) {
                return;
            }
            Thread.sleep(100);
        }
        throw new AssertionError("not " + wanted + " orphans");
    }

    private void awaitReady() throws Exception {
        for (int n = 0; n < 300; n++) {
            if (pmo.get(Caller.STRATEGY + "/health").get("state").asText().equals("READY")) {
                return;
            }
            Thread.sleep(100);
        }
        throw new AssertionError("not READY");
    }

    /** All that can be asked for together. */
    private static final List<String> PARTS = List.of(
            "plans/PLAN-1/tree",
            "plans/PLAN-1/scorecard",
            "plans/PLAN-1/map",
            "plans/PLAN-1/standing",
            "plans/PLAN-1/changes",
            "objectives/OBJ-1/card",
            "objectives/OBJ-2/card",
            "kpis/KPI-1/card",
            "orphans/summary%3Fplan=PLAN-1");

    /** Every GET of the API with every key that there is. */
    private List<String> paths() throws Exception {
        Map<String, List<String>> keys = Map.of(
                "plans", List.of("PLAN-1"),
                "themes", List.of("TH-1"),
                "objectives", List.of("OBJ-1", "OBJ-2", "OBJ-3", "OBJ-4"),
                "kpis", List.of("KPI-1"),
                "links", List.of("1", "2", "3", "4", "5"),
                "contributions", List.of("1"),
                "causes", List.of("1"),
                "exemptions", List.of("1", "2", "3"));
        String project = products.jiraAs("admin")
                .get("/rest/api/2/project/SECRET")
                .get("id")
                .asText();
        List<String> paths = new ArrayList<>();
        for (Map.Entry<String, JsonNode> path :
                pmo.get(Caller.STRATEGY + "/openapi.json").get("paths").properties()) {
            if (path.getValue().has("get")) {
                String kind = path.getKey().split("/")[1];
                for (String key : keys.getOrDefault(kind, List.of("1"))) {
                    paths.add(path.getKey()
                            .replace("{key}", key)
                            .replace("{period}", "2026-06-30")
                            .replace("{id}", key)
                            .replace("{issueKey}", "SECRET-1")
                            .replace("/coverage/history", "/coverage/history?plan=PLAN-1")
                            .replace("/gates/creation", "/gates/creation?type=10002&project=" + project)
                            .replaceFirst("^/parts$", "/parts?part=" + String.join("&part=", PARTS))
                            .replace("/coverage/serving", "/coverage/serving?plan=PLAN-1&project=OPEN"));
                }
            }
        }
        paths.add("/changes?limit=200");
        paths.add("/links?limit=200");
        for (String plan : List.of("", "&plan=PLAN-1")) {
            paths.add("/orphans?limit=200" + plan);
            paths.add("/orphans?sort=PROJECT" + plan);
            paths.add("/orphans/counts?groupBy=PROJECT" + plan);
            paths.add("/orphans/counts?groupBy=LEAD" + plan);
            paths.add("/coverage?" + plan);
        }
        paths.add("/coverage/history?plan=PLAN-1");
        paths.add("/orphans?project=SECRET");
        paths.add("/plans/PLAN-1/scorecard?groupBy=PERSPECTIVE");
        return List.copyOf(new TreeSet<>(paths));
    }

    @Test
    void whatASecretProjectServesIsAbsentLikeAProjectThatIsNotThere() throws Exception {
        Caller.Answer secret = dev.send("GET", Caller.STRATEGY + "/coverage/serving?plan=PLAN-1&project=SECRET", null);
        Caller.Answer none = dev.send("GET", Caller.STRATEGY + "/coverage/serving?plan=PLAN-1&project=SECREX", null);

        assertThat(secret.status()).isEqualTo(404);
        String reference = "\"ref\":\"[0-9a-f]+\"";
        assertThat(secret.body().replace("SECRET", "X").replaceAll(reference, ""))
                .isEqualTo(none.body().replace("SECREX", "X").replaceAll(reference, ""));
    }

    @Test
    void noAnswerNamesAnythingOfTheSecretProject() throws Exception {
        int read = 0;
        for (String path : paths()) {
            Caller.Answer answer = dev.send("GET", Caller.STRATEGY + path, null);
            read += answer.status() == 200 ? 1 : 0;
            // a 404 says what was asked for, and that was the caller's word
            String body = path.contains("SECRET") ? answer.body().replace("SECRET-1", "") : answer.body();
            assertThat(answer.status()).as(path).isIn(200, 403, 404);
            assertThat(body).as(path).doesNotContain(WORDS);
        }
        System.out.println(paths().size() + " GETs as dev, " + read + " of them answered, none names the secret");
        assertThat(read).isGreaterThan(25);
    }

    @Test
    void theSecretCountsAndIsSaidToBeHidden() throws Exception {
        JsonNode tree = dev.get(Caller.STRATEGY + "/plans/PLAN-1/tree");

        assertThat(tree.at("/delivery/items").asInt()).isEqualTo(2); // an epic without children, and a bug
        assertThat(tree.at("/delivery/hidden").asInt())
                .isEqualTo(tree.at("/delivery/items").asInt());
        for (JsonNode objective : tree.at("/themes/0/objectives")) {
            for (JsonNode link : objective.get("links")) {
                assertThat(link.at("/target/hidden").asBoolean())
                        .as(link.toString())
                        .isTrue();
            }
        }
    }

    @Test
    void whatMayNotBeSeenIsRefusedLikeWhatIsNotThere() throws Exception {
        for (String kind : List.of("ISSUE|SECRET-1|SECRET-99", "PROJECT|SECRET|SECREX")) {
            String[] parts = kind.split("\\|");
            assertThat(refusal(parts[0], parts[1])).isEqualTo(refusal(parts[0], parts[2]));
        }
        assertThat(refusal("JQL", "project = SECRET").replace("SECRET", "X"))
                .isEqualTo(refusal("JQL", "project = SECREX").replace("SECREX", "X"));
    }

    private String refusal(String kind, String ref) throws Exception {
        Caller.Answer answer = dev.send(
                "POST",
                Caller.STRATEGY + "/links",
                "{\"objective\":\"OBJ-2\",\"target\":{\"kind\":\"" + kind + "\",\"ref\":\"" + ref + "\"}}");
        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        return answer.json().get("errors").toString();
    }

    @Test
    void anOwnersQueryFindsAndCountsOnlyWhatTheOwnerMayBrowse() throws Exception {
        Caller.Answer made = dev.send(
                "POST",
                Caller.STRATEGY + "/links",
                "{\"objective\":\"OBJ-2\",\"target\":{\"kind\":\"JQL\",\"ref\":\"summary ~ Mayflower\"}}");

        assertThat(made.status()).as(made.body()).isEqualTo(201);
        long link = made.json().get("id").asLong();
        for (JsonNode theme : dev.get(Caller.STRATEGY + "/plans/PLAN-1/tree").get("themes")) {
            for (JsonNode each : theme.at("/objectives/1/links")) {
                if (each.get("id").asLong() == link) {
                    assertThat(each.at("/delivery/items").asInt()).isZero();
                    dev.send("DELETE", Caller.STRATEGY + "/links/" + link, null, "If-Match", "*");
                    return;
                }
            }
        }
        throw new AssertionError("link " + link + " is not in the tree");
    }

    @Test
    void aReminderIsInTheOutboxOnceAndNamesNoWork() throws Exception {
        pmo.create(
                Caller.STRATEGY + "/kpis",
                "{'objective':'OBJ-2','name':'Late','owner':'dev','direction':'INCREASE',"
                        + "'baseline':{'value':1,'date':'2026-01-01'},'target':{'value':2,'date':'2098-12-31'}}");
        Caller admin = products.jiraAs("admin");

        // the clockwork may have been faster; either way there is one mail
        admin.send("POST", Caller.STRATEGY + "/reminders", "{}");
        admin.send("POST", Caller.STRATEGY + "/reminders", "{}");

        String outbox = admin.send("GET", "/plugins/servlet/outbox", null).body();
        assertThat(outbox.split("dev@example.com", -1)).as(outbox).hasSize(2);
        String id = outbox.replaceAll("(?s).*dev@example.com.*?body=(\\d+).*", "$1");
        String mail =
                admin.send("GET", "/plugins/servlet/outbox?body=" + id, null).body();
        assertThat(mail).contains("Late", products.jiraUrl() + "/plugins/servlet/throughline/my-kpis");
        WORDS.forEach(word -> assertThat(mail).doesNotContain(word));
    }

    @Test
    void theOutsiderReadsNothingAndTheExecChangesNothing() throws Exception {
        Caller outsider = products.jiraAs("outsider");
        Caller exec = products.jiraAs("exec");
        for (String path : paths()) {
            assertThat(outsider.send("GET", Caller.STRATEGY + path, null).status())
                    .as(path)
                    .isIn(403, 404);
        }
        long before = pmo.get(Caller.STRATEGY + "/changes").get("total").asLong();
        for (Map.Entry<String, JsonNode> path :
                pmo.get(Caller.STRATEGY + "/openapi.json").get("paths").properties()) {
            for (String verb : List.of("post", "put", "delete")) {
                if (path.getValue().has(verb)) {
                    String concrete = path.getKey()
                            .replace("{key}", key(path.getKey()))
                            .replace("{id}", "1")
                            .replace("{period}", "2026-06-30");
                    int status = exec.send(verb.toUpperCase(), Caller.STRATEGY + concrete, "{}", "If-Match", "*")
                            .status();
                    assertThat(status).as("%s %s", verb, concrete).isIn(400, 403, 404);
                }
            }
        }
        assertThat(pmo.get(Caller.STRATEGY + "/changes").get("total").asLong()).isEqualTo(before);
    }

    private static String key(String path) {
        return Map.of("plans", "PLAN-1", "themes", "TH-1", "objectives", "OBJ-1", "kpis", "KPI-1")
                .getOrDefault(path.split("/")[1], "1");
    }
}

package io.throughline.app.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Orphan work in Jira's own mechanics, with the real JAR: rules on transitions, by REST and by screen; suggestions; JQL
 * functions beside the list. GATE-1 is an epic that serves, GATE-2 a story under it, GATE-3 a story that serves nothing.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OrphanWorkIT {
    private static final String EPIC_LINK = "customfield_10100";
    private static final String KEY = "io.throughline.strategy:";

    @TempDir
    static Path folder;

    private Products products;
    private Caller admin;
    /** The transition by which issues come about. */
    private static final String CREATE = "1";

    private Caller pmo;
    private Caller dev;
    private String epic;
    private String below;
    private String free;
    private String done;

    @BeforeAll
    void aPlanAndThreeIssues() throws Exception {
        products = Products.jira(folder.resolve("data"));
        admin = products.jiraAs("admin");
        pmo = products.jiraAs("pmo");
        dev = products.jiraAs("dev");
        admin.create("/rest/api/2/project", "{'key':'GATE','name':'Gate','lead':'admin'}");
        epic = issue("GATE", "Epic", "Punctual trains", "'customfield_10101':'P'");
        below = issue("GATE", "Story", "Dispatcher screen", "'" + EPIC_LINK + "':'" + epic + "'");
        free = issue("GATE", "Story", "Mobile payslips", "'labels':['run']");
        strategy("plans", "{'name':'Strategy','start':'2026-01-01','end':'2099-12-31'}");
        strategy("plans", "{'name':'Draft','start':'2026-01-01','end':'2099-12-31','state':'DRAFT'}");
        strategy("themes", "{'plan':'PLAN-1','name':'Travel'}");
        strategy("objectives", "{'theme':'TH-1','name':'Trains arrive when we said','owner':'exec'}");
        strategy("objectives", "{'theme':'TH-1','name':'One ticket for the whole journey'}");
        strategy("links", "{'objective':'OBJ-1','target':{'kind':'ISSUE','ref':'" + epic + "'}}");
        for (JsonNode each :
                pmo.get("/rest/api/2/issue/" + free + "/transitions").get("transitions")) {
            done = each.get("name").asText().equals("Done") ? each.get("id").asText() : done;
        }
        awaitOrphan(free);
    }

    @AfterAll
    void stop() throws Exception {
        if (products != null) {
            products.close();
        }
    }

    /** Every test puts its own rules on the transition. */
    @BeforeEach
    void noRules() throws Exception {
        for (int rule = 1; rule < 60; rule++) {
            workflow("&remove=" + rule);
        }
    }

    private String issue(String project, String type, String summary, String fields) throws Exception {
        String more = fields.isEmpty() ? "" : "," + fields;
        return admin.create(
                        "/rest/api/2/issue",
                        "{'fields':{'project':{'key':'" + project + "'},'issuetype':{'name':'" + type + "'},'summary':'"
                                + summary + "'" + more + "}}")
                .get("key")
                .asText();
    }

    private JsonNode strategy(String kind, String body) throws Exception {
        return pmo.create(Caller.STRATEGY + "/" + kind, body);
    }

    private void awaitOrphan(String key) throws Exception {
        for (int n = 0; n < 200; n++) {
            Caller.Answer answer = pmo.send("GET", Caller.STRATEGY + "/orphans?kind=ISSUE&project=GATE", null);
            if (answer.status() == 200 && answer.body().contains("\"" + key + "\"")) {
                return;
            }
            Thread.sleep(50);
        }
        throw new AssertionError(key + " is not among the orphans");
    }

    private void workflow(String form) throws Exception {
        Caller.Answer answer = admin.send(
                "POST",
                "/secure/admin/workflows/ListWorkflows.jspa?project=GATE" + form,
                "",
                "X-Atlassian-Token",
                "no-check");
        assertThat(answer.status()).as(answer.body()).isIn(200, 302);
    }

    private void place(String module, String form) throws Exception {
        place(module, done, form);
    }

    private void place(String module, String transition, String form) throws Exception {
        workflow("&module=" + KEY + module + "&transition=" + transition + form);
    }

    private Caller.Answer create(Caller user, String type, String fields) throws Exception {
        return user.send(
                "POST",
                "/rest/api/2/issue",
                ("{'fields':{'project':{'key':'GATE'},'issuetype':{'name':'" + type + "'},'summary':'New'" + fields
                                + "}}")
                        .replace('\'', '"'));
    }

    private Caller.Answer transition(Caller user, String key) throws Exception {
        return user.send(
                "POST",
                "/rest/api/2/issue/" + key + "/transitions",
                "{\"transition\":{\"id\":\"" + done + "\"},\"fields\":{\"resolution\":{\"name\":\"Done\"}}}");
    }

    private Caller.Answer screen(Caller user, String key) throws Exception {
        return user.send(
                "POST",
                "/secure/WorkflowUIDispatcher.jspa?key=" + key + "&action=" + done + "&resolution=Done",
                "",
                "X-Atlassian-Token",
                "no-check");
    }

    private String status(String key) throws Exception {
        return admin.get("/rest/api/2/issue/" + key).at("/fields/status/name").asText();
    }

    private String fresh(String type, String fields) throws Exception {
        return issue("GATE", type, "Fresh " + type, fields);
    }

    @Test
    void theValidatorStopsWhatServesNothingByRestAndByScreenAndSaysWhatToDo() throws Exception {
        place("must-serve", "&plans=PLAN-1&reach=INHERITED&exemptTypes=&message=");

        Caller.Answer refused = transition(dev, free);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().at("/errorMessages/0").asText())
                .isEqualTo(
                        "This Story serves no objective of Strategy. Link it, or the epic that it belongs to, to an"
                                + " objective (panel Strategy on the issue) or choose an epic that serves one, then try again.");
        assertThat(screen(dev, free).body()).contains("This Story serves no objective of Strategy.");
        assertThat(transition(products.jiraAs("outsider"), free).body())
                .as("who may not view the strategy reads no name of it")
                .contains("This Story serves no objective. Ask whoever looks after the strategy")
                .doesNotContain("of Strategy");
        assertThat(status(free)).isEqualTo("To Do");
    }

    @Test
    void theIssuePageSaysWhichTransitionWillRefuseBeforeItBites() throws Exception {
        String notice = "Will be refused at: Done.";
        assertThat(dev.send("GET", "/browse/" + free, null).body())
                .as("without a gate")
                .doesNotContain("Will be refused");
        place("must-serve", "&plans=PLAN-1&reach=INHERITED&exemptTypes=Bug&message=");

        assertThat(dev.send("GET", "/browse/" + free, null).body()).contains(notice);
        String bug = fresh("Bug", "");
        awaitOrphan(bug);
        assertThat(dev.send("GET", "/browse/" + bug, null).body())
                .as("an exempt type")
                .doesNotContain("Will be refused");
        assertThat(dev.send("GET", "/browse/" + epic, null).body())
                .as("it serves")
                .doesNotContain("Will be refused");
    }

    @Test
    void aGateOnTheFirstTransitionIsSaidInTheFormBeforeItRefuses() throws Exception {
        String said =
                "A Story that serves no objective of Strategy is not created here: choose an epic or a parent that serves one.";
        String orphan = fresh("Story", "");
        String bug = fresh("Bug", "");
        String project = admin.get("/rest/api/2/project/GATE").get("id").asText();
        String story = admin.get("/rest/api/2/issue/" + orphan)
                .at("/fields/issuetype/id")
                .asText();
        String question = Caller.STRATEGY + "/gates/creation?project=" + project + "&type=";
        String ofBugs =
                admin.get("/rest/api/2/issue/" + bug).at("/fields/issuetype/id").asText();
        assertThat(dev.get(question + story).get("message").isNull())
                .as("without a gate")
                .isTrue();
        place("must-serve", CREATE, "&reach=INHERITED&exemptTypes=Bug");

        assertThat(dev.get(question + story).get("message").asText()).isEqualTo(said);
        assertThat(dev.get(question + ofBugs).get("message").isNull())
                .as("an exempt type")
                .isTrue();
        assertThat(dev.get(Caller.STRATEGY + "/gates/creation?project=99&type=" + story)
                        .get("message")
                        .isNull())
                .as("a project that is not there")
                .isTrue();
        assertThat(products.jiraAs("outsider")
                        .send("GET", question + story, null)
                        .status())
                .isEqualTo(403);
        assertThat(create(dev, "Story", "").json().at("/errorMessages/0").asText())
                .isEqualTo(said);
        assertThat(create(dev, "Story", ",'" + EPIC_LINK + "':'" + epic + "'").status())
                .isEqualTo(201);
        assertThat(create(dev, "Bug", "").status()).isEqualTo(201);
        awaitOrphan(orphan);
        assertThat(dev.send("GET", "/browse/" + orphan, null).body())
                .as("it has come about already")
                .doesNotContain("Will be refused");
    }

    @Test
    void theFormIsToldNothingOfAProjectThatOneMayNotSee() throws Exception {
        admin.create("/rest/api/2/project", "{'key':'SHUT','name':'Shut','lead':'admin'}");
        String rules = "/secure/admin/workflows/ListWorkflows.jspa?project=SHUT&module=" + KEY
                + "must-serve&transition=" + CREATE;
        admin.send("POST", rules + "&reach=INHERITED", "", "X-Atlassian-Token", "no-check");
        String story = admin.get("/rest/api/2/issue/" + free)
                .at("/fields/issuetype/id")
                .asText();
        String question = Caller.STRATEGY + "/gates/creation?type=" + story + "&project="
                + admin.get("/rest/api/2/project/SHUT").get("id").asText();
        assertThat(dev.get(question).get("message").asText()).contains("choose an epic");

        admin.send("PUT", "/rest/api/2/project/SHUT/closed-to", "[\"admin\",\"pmo\"]");

        assertThat(dev.get(question).get("message").isNull()).isTrue();
        assertThat(pmo.get(question).get("message").asText()).contains("choose an epic");
    }

    @Test
    void itLetsThroughWhatServesItselfOrByItsEpicOrByTheEpicThatTheSameRequestChooses() throws Exception {
        place("must-serve", "&reach=INHERITED");
        String linked = fresh("Bug", "");
        strategy("links", "{'objective':'OBJ-2','target':{'kind':'ISSUE','ref':'" + linked + "'}}");
        String child = fresh("Story", "'" + EPIC_LINK + "':'" + epic + "'");
        String chosen = fresh("Story", "");

        assertThat(transition(dev, linked).status()).as("linked").isEqualTo(204);
        assertThat(transition(dev, child).status()).as("by its epic").isEqualTo(204);
        assertThat(transition(dev, chosen).status()).as("not yet").isEqualTo(400);
        Caller.Answer answer = dev.send(
                "POST",
                "/rest/api/2/issue/" + chosen + "/transitions",
                "{\"transition\":{\"id\":\"" + done + "\"},\"fields\":{\"" + EPIC_LINK + "\":\"" + epic + "\"}}");
        assertThat(answer.status()).as("with an epic: %s", answer.body()).isEqualTo(204);
        assertThat(screen(dev, below).status()).isIn(200, 302);
        assertThat(status(below)).isEqualTo("Done");
    }

    @Test
    void directAsksForALinkOfItsOwnAndExemptTypesAndExemptionsPass() throws Exception {
        place("must-serve", "&plans=PLAN-1&reach=DIRECT&exemptTypes=bug,%20Chore&message=Ask%20Petra.");
        String child = fresh("Story", "'" + EPIC_LINK + "':'" + epic + "'");
        String bug = fresh("Bug", "");
        String run = fresh("Story", "'labels':['business-as-usual']");

        assertThat(transition(dev, child).json().at("/errorMessages").toString())
                .isEqualTo("[\"Ask Petra.\"]");
        assertThat(transition(dev, bug).status()).as("an exempt type").isEqualTo(204);
        assertThat(transition(dev, run).status()).isEqualTo(400);
        strategy("exemptions", "{'kind':'LABEL','ref':'business-as-usual','reason':'Run'}");
        assertThat(transition(dev, run).status()).as("an exemption").isEqualTo(204);
    }

    @Test
    void aPlanThatIsNotInForceIsNotAskedFor() throws Exception {
        place("must-serve", "&plans=PLAN-2&reach=INHERITED");
        String page = admin.send("GET", "/secure/admin/workflows/ListWorkflows.jspa?project=GATE", null)
                .body();

        assertThat(page).contains("Serves an objective of: Draft.", "Stops nothing: Draft is not in force.");
        assertThat(transition(dev, fresh("Story", "")).status()).isEqualTo(204);
    }

    /** The gate has no opinion of its own: it lets through what the strategy calls aligned or exempt. */
    @Test
    void theConditionAgreesWithTheAlignmentOfEveryIssue() throws Exception {
        place("serves-an-objective", "&reach=INHERITED");
        Set<String> states = new TreeSet<>();

        for (JsonNode issue : admin.search("project = GATE ORDER BY key", 100).get("issues")) {
            String key = issue.get("key").asText();
            String state = pmo.get(Caller.STRATEGY + "/work/" + key + "/alignment")
                    .get("state")
                    .asText();
            states.add(state);
            String there = dev.get("/rest/api/2/issue/" + key + "/transitions").toString();
            boolean isOpen = !status(key).equals("Done");
            if (isOpen) {
                assertThat(there.contains("\"id\":\"" + done + "\""))
                        .as("%s %s", key, state)
                        .isEqualTo(!state.equals("ORPHAN"));
            }
        }
        assertThat(states).contains("ALIGNED", "ORPHAN");
        assertThat(dev.send("GET", "/browse/" + free, null).body()).doesNotContain("action_id_" + done + "\"");
    }

    @Test
    void theFunctionLinksThroughTheChangeLogInTheNameOfWhoMayEdit() throws Exception {
        place("link-to-objective", "&objective=OBJ-2");
        String byPmo = fresh("Story", "");
        String byDev = fresh("Story", "");

        assertThat(transition(pmo, byPmo).status()).isEqualTo(204);
        assertThat(transition(dev, byDev).status())
                .as("dev has no right, the administrator who placed it has")
                .isEqualTo(204);

        List<String> linked = new ArrayList<>();
        List<String> actors = new ArrayList<>();
        for (JsonNode link :
                pmo.get(Caller.STRATEGY + "/links?objective=OBJ-2&limit=200").get("values")) {
            linked.add(link.at("/target/ref").asText());
            actors.add(pmo.get(Caller.STRATEGY + "/changes?object=LINK-" + link.get("id"))
                    .at("/values/0/actor")
                    .asText());
        }
        assertThat(actors.get(linked.indexOf(byPmo))).isEqualTo("pmo");
        assertThat(actors.get(linked.indexOf(byDev))).isEqualTo("admin");
        assertThat(pmo.get(Caller.STRATEGY + "/changes/verification")
                        .get("intact")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void aBadObjectiveStopsTheTransitionInWordsAndChangesNothing() throws Exception {
        place("link-to-objective", "&objective=obj-99");
        String story = fresh("Story", "");

        assertThat(transition(pmo, story).json().at("/errorMessages/0").asText())
                .isEqualTo(
                        "This transition links to the objective \u201cOBJ-99\u201d, which does not exist. Ask your Jira"
                                + " administrator to mend the function on the transition.");
        assertThat(screen(pmo, story).body()).contains("which does not exist");
        assertThat(status(story)).isEqualTo("To Do");
        assertThat(admin.send("GET", "/secure/admin/workflows/ListWorkflows.jspa?project=GATE", null)
                        .body())
                .contains("OBJ-99 does not exist or its plan is closed: every such transition is refused.");
    }

    @Test
    void theFormsOfTheRulesOfferPlansAndObjectives() throws Exception {
        String form = "/secure/admin/workflows/ListWorkflows.jspa?project=GATE&transition=" + done + "&module=" + KEY;

        assertThat(admin.send("GET", form + "must-serve", null).body())
                .contains("Plans of which one has to be served", "value=\"PLAN-1\"", "Only a link of the issue itself");
        assertThat(admin.send("GET", form + "link-to-objective", null).body())
                .contains("OBJ-2 One ticket for the whole journey (Strategy)");
    }

    @Test
    void anOrphanComesWithSuggestionsFromTheStrategysWordsAndFromWhatIsLinked() throws Exception {
        String late = issue("GATE", "Story", "Late trains on the dispatcher screen", "");
        awaitOrphan(late);

        for (JsonNode row : pmo.get(Caller.STRATEGY + "/orphans?kind=ISSUE&project=GATE&plan=PLAN-1&limit=200")
                .get("values")) {
            if (row.get("ref").asText().equals(late)) {
                assertThat(row.at("/suggestions/0/objective").asText()).isEqualTo("OBJ-1");
                assertThat(row.at("/suggestions/0/reason").asText()).contains("trains", epic);
            } else if (row.get("ref").asText().equals(free)) {
                assertThat(row.at("/suggestions").toString()).doesNotContain("words:");
            }
        }
        JsonNode alone = dev.get(Caller.STRATEGY + "/work/" + late + "/suggestions");
        assertThat(alone.at("/suggestions/0/objective").asText()).isEqualTo("OBJ-1");
    }

    private Set<String> found(Caller user, String jql) throws Exception {
        Set<String> keys = new TreeSet<>();
        user.search(jql, 200)
                .get("issues")
                .forEach(issue -> keys.add(issue.get("key").asText()));
        return keys;
    }

    private Set<String> listed(Caller user, String query) throws Exception {
        Set<String> keys = new TreeSet<>();
        user.get(Caller.STRATEGY + "/orphans?limit=200&suggestions=false&kind=ISSUE,EPIC,PARTIAL" + query)
                .get("values")
                .forEach(row -> keys.add(row.get("ref").asText()));
        return keys;
    }

    @Test
    void whatIsExemptIsFoundAsSuchAndCombinesWithOtherClausesAndOrders() throws Exception {
        admin.create("/rest/api/2/project", "{'key':'RUN','name':'Run','lead':'admin'}");
        String first = issue("RUN", "Story", "Patch servers", "'labels':['a']");
        String second = issue("RUN", "Bug", "Renew certificates", "");
        String secret = issue("SECRET", "Story", "Hush", "");
        strategy("exemptions", "{'kind':'PROJECT','ref':'RUN','reason':'Run'}");
        strategy("exemptions", "{'kind':'ISSUE','ref':'" + secret + "','reason':'Run'}");
        for (int n = 0;
                n < 100
                        && !found(pmo, "issue in exemptWork() AND project = RUN")
                                .contains(second);
                n++) {
            Thread.sleep(50);
        }

        assertThat(found(dev, "issue in exemptWork() AND project = RUN")).containsExactly(first, second);
        assertThat(found(pmo, "issue in exemptWork() AND project = SECRET")).containsExactly(secret);
        assertThat(found(dev, "issue in exemptWork()")).doesNotContain(secret);
        assertThat(found(dev, "issue in exemptWork() AND labels = a")).containsExactly(first);
        assertThat(found(dev, "issue not in exemptWork() AND project = RUN")).isEmpty();
        JsonNode ordered = dev.search("issue in exemptWork() AND project = RUN ORDER BY key DESC", 1);
        assertThat(ordered.at("/issues/0/key").asText()).isEqualTo(second);
        assertThat(ordered.get("total").asInt()).isEqualTo(2);
        for (Caller user : List.of(admin, pmo, dev)) {
            assertThat(found(user, "issue in orphanWork() AND issuetype != Sub-task"))
                    .as("the list, for the same user")
                    .isEqualTo(listed(user, ""));
            assertThat(found(user, "issue in orphanWork(gate)")).isEqualTo(listed(user, "&project=GATE"));
        }
    }

    @Test
    void everyFunctionFindsForUsersWithDifferentRightsWhatTheListsNameForThem() throws Exception {
        FunctionsBesideLists beside = new FunctionsBesideLists(admin, done);
        beside.prepare();

        beside.assertAgree(pmo, "may browse SECRET and not CREW");
        beside.assertAgree(products.jiraAs("exec"), "may browse CREW and not SECRET");
        beside.assertAgree(dev, "may browse neither");
        beside.assertHiddenFrom(dev);
    }

    @ParameterizedTest
    @CsvSource({
        "strategyWork(), strategyWork",
        "strategyWork(OBJ-999), no plan, theme or objective \"OBJ-999\"",
        "strategyWork(GATE), no plan, theme or objective \"GATE\"",
        "'strategyWork(OBJ-1, OBJ-2)', strategyWork: the argument \"OBJ-2\" is one too many",
        "orphanWork(NOPE), no project \"NOPE\" that you may browse",
        "orphanWork(SECRET), no project \"SECRET\" that you may browse",
        "'orphanWork(GATE, dev)', orphanWork: the argument \"dev\" is one too many",
        "exemptWork(GATE), exemptWork: the argument \"GATE\" is one too many",
        "driftingWork(now), driftingWork: the argument \"now\" is one too many"
    })
    void aWrongArgumentIsNamed(String function, String message) throws Exception {
        Caller.Answer refused = jql(dev, "issue in " + function + " ORDER BY key");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().at("/errorMessages").toString().replace("\\\"", "\""))
                .contains(message);
    }

    @Test
    void whoMayNotViewTheStrategyIsToldSoByEveryFunction() throws Exception {
        for (String function : List.of("strategyWork(OBJ-1)", "orphanWork()", "exemptWork()", "driftingWork()")) {
            Caller.Answer refused = jql(products.jiraAs("outsider"), "issue in " + function);
            assertThat(refused.status()).as(function).isEqualTo(400);
            assertThat(refused.body()).contains("you may not view the strategy");
        }
    }

    /** Work that lands while its outcome does not move: the epic's children are done, the KPI is red. */
    @Test
    void theWorkOfADriftingObjectiveIsFound() throws Exception {
        strategy("objectives", "{'theme':'TH-1','name':'Decide on data'}");
        String reports = issue("GATE", "Epic", "Retire the reports", "'customfield_10101':'R'");
        String report = issue("GATE", "Story", "One report", "'" + EPIC_LINK + "':'" + reports + "'");
        strategy("links", "{'objective':'OBJ-3','target':{'kind':'ISSUE','ref':'" + reports + "'}}");
        assertThat(transition(admin, report).status()).isEqualTo(204);
        strategy(
                "kpis",
                "{'objective':'OBJ-3','name':'Band','direction':'MAINTAIN','frequency':'QUARTERLY',"
                        + "'band':{'low':1,'high':2,'tolerance':1},'baseline':{'value':1,'date':'2020-01-01'}}");
        String quarter = lastQuarter();
        strategy("kpis/KPI-1/actuals", "{'period':'" + quarter + "','value':9}");

        Set<String> drifting = new TreeSet<>();
        for (int n = 0; n < 100 && !drifting.contains(report); n++) {
            drifting = found(dev, "issue in driftingWork()");
            Thread.sleep(50);
        }
        assertThat(drifting).containsExactlyInAnyOrder(reports, report);
        assertThat(found(dev, "issue in driftingWork() AND issuetype = Epic")).containsExactly(reports);
        assertThat(found(dev, "issue in driftingWork() AND issue in strategyWork(OBJ-1)"))
                .isEmpty();
    }

    private static String lastQuarter() {
        java.time.LocalDate today = java.time.LocalDate.now(java.time.ZoneOffset.UTC);
        java.time.LocalDate first = today.withDayOfMonth(1).withMonth((today.getMonthValue() - 1) / 3 * 3 + 1);
        return first.minusDays(1).toString();
    }

    @Test
    void aboveTheCeilingAFunctionRefusesSaysHowManyThereAreAndWhatToDo() throws Exception {
        JsonNode settings = admin.get(Caller.STRATEGY + "/settings");
        ceiling(settings, 2);
        try {
            Caller.Answer refused = jql(dev, "issue in strategyWork(\"PLAN-1\")");
            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.body())
                    .containsPattern("strategyWork: \\d+ issues are more than a search may take \\(2\\)");
            assertThat(refused.body()).contains("orphanWork(\\\"ABC\\\")");
            ceiling(settings, 100_000);
            assertThat(jql(dev, "issue in strategyWork(\"PLAN-1\")").status()).isEqualTo(200);
        } finally {
            ceiling(settings, 100_000);
        }
    }

    private void ceiling(JsonNode settings, int most) throws Exception {
        String body = settings.toString().replaceFirst("\"jqlCeiling\":\\d+", "\"jqlCeiling\":" + most);
        assertThat(admin.send("PUT", Caller.STRATEGY + "/settings", body).status())
                .isEqualTo(200);
    }

    private static Caller.Answer jql(Caller user, String jql) throws Exception {
        return user.send("GET", "/rest/api/2/search?jql=" + URLEncoder.encode(jql, StandardCharsets.UTF_8), null);
    }
}
